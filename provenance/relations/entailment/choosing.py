"""Which cross-encoder reads: the one that is shipped, one of the user's own, or none."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from provenance.errors import UsageError
from provenance.relations.entailment.network import NETWORKS, CrossEncoder, NetworkFolder
from provenance.relations.entailment.torched import WEIGHTS, TransformersFolder

SHIPPED = Path(__file__).parent / "weights"


def cross_encoder_for(name: str) -> CrossEncoder | None:
    """Return the cross-encoder of a setting: "auto" is the shipped one where it can run, "none" is none, anything else
    names a folder as the transformers library saves it, with an ONNX network or with weights for PyTorch.

    Raises UsageError where a folder was asked for that cannot be read.
    """
    if name == "none":
        return None
    if name == "auto":
        return NetworkFolder(SHIPPED) if _network_of(SHIPPED) and find_spec("onnxruntime") else None
    folder = Path(name).expanduser()
    lacking = [file for file in ("config.json", "tokenizer.json") if not (folder / file).is_file()]
    if lacking:
        hint = "a folder as transformers saves it, with config.json, tokenizer.json and model.onnx or model.safetensors"
        raise UsageError(f"no cross-encoder: {' and '.join(lacking)} missing", where=str(folder), hint=hint)
    if _network_of(folder):
        return NetworkFolder(folder)
    if not (folder / WEIGHTS).is_file():
        raise UsageError(
            "no cross-encoder: neither an ONNX network nor model.safetensors",
            where=str(folder),
            hint=f"looked for {', '.join(NETWORKS)} and {WEIGHTS}",
        )
    if not (find_spec("transformers") and find_spec("torch")):
        raise UsageError(
            "this cross-encoder needs PyTorch",
            where=str(folder),
            hint="install transformers and torch, or export the network as model.onnx",
        )
    return TransformersFolder(folder)


def _network_of(folder: Path) -> bool:
    return any((folder / name).is_file() for name in NETWORKS)
