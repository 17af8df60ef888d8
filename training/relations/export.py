"""Make the shipped weights of one checkpoint or the mean of several: a network in whole numbers, for onnxruntime.

usage: python training/relations/export.py ENCODER_FOLDER OUT_FOLDER CHECKPOINT.pt [CHECKPOINT.pt ...]

OUT_FOLDER gets what any cross-encoder of transformers has: model.onnx, config.json and tokenizer.json. Weights are held
in 8 bits, channel by channel, the table of words too; what the network computes between them is scaled anew for each
pair it reads.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from reader import LABELS, PairReader, mean_of

_NAMES = ("input_ids", "attention_mask", "token_type_ids")
_LABELS = {"same": "entailment", "contradict": "contradiction", "neutral": "neutral"}  # as transformers' models say


def main(arguments: Sequence[str]) -> None:
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    encoder, out, *checkpoints = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    reader = PairReader(encoder, eager=True)
    reader.load_state_dict(mean_of(checkpoints))
    reader.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder, "whole.onnx"), Path(folder, "ready.onnx")
        _write(reader, whole)
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(out / "model.onnx"),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    named = dict(enumerate([*(_LABELS[label] for label in LABELS), "similarity"]))
    (out / "config.json").write_text(json.dumps({"model_type": "bert", "id2label": named}, indent=1) + "\n", "utf-8")
    print(out / "model.onnx", (out / "model.onnx").stat().st_size, "bytes")


def _write(model: PairReader, path: Path) -> None:
    example = torch.randint(1000, 2000, (1, 40))
    sides = torch.cat([torch.zeros(1, 20), torch.ones(1, 20)], 1).long()
    with torch.no_grad():
        torch.onnx.export(
            model,
            (example, torch.ones_like(example), sides),
            str(path),
            input_names=list(_NAMES),
            output_names=["logits"],
            dynamic_axes={name: {1: "pieces"} for name in _NAMES},
            opset_version=17,
            dynamo=False,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
