"""Make the shipped weights of one checkpoint or the mean of several: a network in whole numbers, for onnxruntime.

usage: python training/attribution/export.py ENCODER_FOLDER OUT_FOLDER CHECKPOINT.pt [CHECKPOINT.pt ...]

OUT_FOLDER gets tagger.onnx and the encoder's tokenizer.json. Weights are held in 8 bits, channel by channel, the table
of words too; what the network computes between them is scaled anew for each window it reads.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tagger import Tagger, mean_of
from torch import Tensor, nn


class Exported(nn.Module):
    """The tagger as the program calls it: ids of one window in, log-probabilities of labels out."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor) -> Tensor:
        return torch.log_softmax(self.tagger(ids, torch.ones_like(ids)), -1)


def main(arguments: Sequence[str]) -> None:
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    encoder, out, *checkpoints = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    tagger = Tagger(encoder, eager=True)
    tagger.load_state_dict(mean_of(checkpoints))
    tagger.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder, "whole.onnx"), Path(folder, "ready.onnx")
        _write(Exported(tagger), whole)
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(out / "tagger.onnx"),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    print(out / "tagger.onnx", (out / "tagger.onnx").stat().st_size, "bytes")


def _write(model: Exported, path: Path) -> None:
    example = torch.randint(1000, 2000, (1, 40))
    with torch.no_grad():
        torch.onnx.export(
            model,
            (example,),
            str(path),
            input_names=["ids"],
            output_names=["scores"],
            dynamic_axes={"ids": {1: "pieces"}, "scores": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
