"""A Spark session for as long as one command needs it: found, started, watched, stopped, and its failures told.

What Spark says of itself goes to a log file, and not to stderr; the file is named where something fails, and removed
where nothing did.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.errors import ProvenanceError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

MASTER = re.compile(
    r"local(\[(\d+|\*)(,\s*\d+)?\])?|local-cluster\[\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\]|yarn|spark://\S+:\d+(,\S+:\d+)*"
    r"|k8s://\S+"
)
HERE = re.compile(r"local(?:\[(\d+|\*)\])?")  # one process, in which a task that fails would not be tried again
TRIES = 4  # of a task, as on a cluster
LOGGING = Path(__file__).with_name("log4j2-spark.properties")
INSTALL = "pip install 'claim-provenance[spark]'"
JAVA = "install a Java runtime, version 17 or newer, or set JAVA_HOME"


@dataclass(frozen=True, slots=True)
class Place:
    """Where Spark runs, and how it is set up."""

    master: str = "local[*]"
    conf: Mapping[str, str] = field(default_factory=dict)  # "spark.executor.memory": "4g"; wins over what is set here


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the stages that run now are; tasks that were lost are done again."""

    done: int
    tasks: int
    lost: int


Told = Callable[[Progress], None]


@contextmanager
def spark_at(place: Place, told: Told | None = None) -> Iterator[SparkSession]:
    """A session at this place; what fails in it is one ProvenanceError that says why and names Spark's log.

    Raises UsageError where Spark, Java or the master's name is missing or wrong.
    """
    _refuse_what_is_missing(place)
    handle, name = tempfile.mkstemp(prefix="provenance-spark-", suffix=".log")
    log = Path(name)
    with os.fdopen(handle, "wb") as stream:
        session = _started(place, stream, log)
        watching = threading.Event()
        silent = logging.NullHandler()  # the call that an interrupt ends would show its traceback
        logging.getLogger().addHandler(silent)
        try:
            if told is not None:
                threading.Thread(target=_watch, args=(session, told, watching), daemon=True).start()
            with _told_in_one_line(log):
                yield session
        finally:
            watching.set()
            session.stop()
            logging.getLogger().removeHandler(silent)
    log.unlink(missing_ok=True)


def _refuse_what_is_missing(place: Place) -> None:
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(f"Apache Spark is not installed ({' and '.join(missing)} missing)", hint=INSTALL)
    home = os.environ.get("JAVA_HOME")
    if home and not Path(home, "bin", "java").exists():
        raise UsageError(f"JAVA_HOME is {home}, where there is no bin/java", hint=JAVA)
    if not home and shutil.which("java") is None:
        raise UsageError("Apache Spark needs Java, and there is none on the PATH", hint=JAVA)
    if not MASTER.fullmatch(place.master):
        hint = "give local[4], spark://HOST:PORT, yarn or k8s://HOST:PORT"
        raise UsageError(f"{place.master!r} is no address of a Spark master", hint=hint)


def _started(place: Place, stream: Any, log: Path) -> SparkSession:
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkException
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf(loadDefaults=False).setAll(sorted(_conf(place).items()))
    told = {"stdout": stream, "stderr": stream}
    if place.master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # elsewhere, each machine's own
    try:
        gateway = SparkContext._gateway or launch_gateway(conf, popen_kwargs=told)
        return SparkSession(SparkContext(conf=conf, gateway=gateway))
    except (PySparkException, *_java_errors()) as error:
        hint = f"check --master and --conf; Spark's own log is {log}"
        raise ProvenanceError(f"Spark could not be started at {place.master}: {reason_of(error)}", hint=hint) from error


def _conf(place: Place) -> dict[str, str]:
    """Return how Spark is set up: on one machine it listens to no network and does not give up at the first failure."""
    master = HERE.fullmatch(place.master)
    conf = {
        "spark.app.name": "provenance",
        "spark.master": f"local[{master[1] or 1},{TRIES}]" if master else place.master,
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={LOGGING.as_uri()}",
        "spark.task.maxFailures": str(TRIES),
    }
    if place.master.startswith("local"):
        conf |= {
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "16",  # for the cores of one machine; joins of more spill to disk
            "spark.executor.extraJavaOptions": f"-Dlog4j2.configurationFile={LOGGING.as_uri()}",
        }
    return conf | dict(place.conf)


def _watch(session: SparkSession, told: Told, watching: threading.Event) -> None:
    """Tell once a second how far the stages under way are, until the session stops."""
    tracker = session.sparkContext.statusTracker()
    ended: tuple[type[Exception], ...] = (OSError, *_java_errors())  # the session stops at that moment
    while not watching.wait(1.0):
        try:
            stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        except ended:
            return
        known = [stage for stage in stages if stage is not None]
        if known:
            done, tasks = sum(each.numCompletedTasks for each in known), sum(each.numTasks for each in known)
            told(Progress(done, tasks, sum(each.numFailedTasks for each in known)))


@contextmanager
def _told_in_one_line(log: Path) -> Iterator[None]:
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, *_java_errors()) as error:
        raise ProvenanceError(f"Spark failed: {reason_of(error)}", hint=f"its own log is {log}") from error


def _java_errors() -> tuple[type[Exception], ...]:
    from py4j.protocol import Py4JError

    return (Py4JError,)


def reason_of(error: Exception) -> str:
    """Return the one line of an error of Spark that says what happened: the last cause, without the stack."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    lines = lines[1:] if len(lines) > 1 and lines[0].startswith("An error occurred while calling") else lines
    causes = [line.removeprefix("Caused by: ") for line in lines if line.startswith("Caused by: ")]
    python = [line for line in lines if re.match(r"[\w.]*(Error|Exception|Interrupt|Missing\w*): ", line)]
    told = (python or causes or lines or [type(error).__name__])[-1 if python or causes else 0]
    return re.sub(r"^(?:[a-z]\w*\.)+(?=[A-Z])", "", told.removeprefix(": "))[:300]
