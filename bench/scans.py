"""`python -m bench.scans [WORD…]`: scans made of the sample documents, and how their rows are read.

Each PDF is drawn at a resolution, then turned, noised and compressed as a scanner does it. What is read off
these pictures is compared with what is read off the PDF's own text. Words choose documents by their names.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from parser.errors import ParseError
from parser.kinds import Doubt
from parser.parse import parse_file, parse_raw
from parser.readers.files import as_raw
from parser.records import Line, ParsedDecision
from parser.text.letters import TO_CYRILLIC

DOCUMENTS = Path(__file__).parents[1] / "tests" / "parser" / "documents"
COUNTS = ("rows", "exact", "proved", "unsure", "unproved", "wrong", "wrong and called proved", "refused")
_JUDGED = {None: "proved", Doubt.UNSURE: "unsure", Doubt.SCANNED: "unproved"}


@dataclass(frozen=True, slots=True)
class Scanner:
    """How pages are scanned: dots to an inch, degrees askew, the share of noise, the quality of JPEG."""

    dpi: int
    degrees: float
    noise: float
    quality: int

    def __str__(self) -> str:
        return f"{self.dpi} dpi, {self.degrees:+g}°, noise {self.noise:.0%}, JPEG {self.quality}"

    def scan(self, path: Path) -> bytes:
        """A PDF with the pages of another one as pictures."""
        document = pypdfium2.PdfDocument(path)
        pages = [
            self._picture(page.render(scale=self.dpi / 72, grayscale=True).to_pil()) for page in document
        ]
        document.close()
        data = BytesIO()
        pages[0].save(data, "PDF", save_all=True, append_images=pages[1:], resolution=self.dpi)
        return data.getvalue()

    def _picture(self, page: Image.Image) -> Image.Image:
        turned = page.rotate(self.degrees, Image.Resampling.BICUBIC, fillcolor=255)
        noise = Image.frombytes("L", turned.size, random.Random(1).randbytes(turned.width * turned.height))  # noqa: S311
        pressed = BytesIO()
        Image.blend(turned, noise, self.noise).save(pressed, "JPEG", quality=self.quality)
        return Image.open(pressed)


SCANNERS = (Scanner(300, 0.6, 0.05, 70), Scanner(200, -1.0, 0.05, 60), Scanner(200, 0.3, 0.15, 40))


def compare(printed: ParsedDecision, scanned: ParsedDecision) -> Counter[str]:
    """How the rows of a scan are read, by `COUNTS`."""
    known = {(year, line.path, line.amount): line for year, line in _lines(printed)}
    counts = Counter(rows=sum(1 for _ in _lines(printed)))
    for year, line in _lines(scanned):
        original = known.get((year, line.path, line.amount))
        counts[_JUDGED[line.doubt]] += 1
        counts["exact"] += original is not None and _shown(original.name) == _shown(line.name)
        counts["wrong"] += original is None
        counts["wrong and called proved"] += original is None and line.doubt is None
    return counts


def _lines(parsed: ParsedDecision) -> Iterator[tuple[int, Line]]:
    return ((edition.year, line) for edition in parsed.editions for line in edition.lines)


def _shown(name: str) -> str:
    """A name as a person sees it, whichever alphabet its letters are of."""
    return " ".join(name.translate(TO_CYRILLIC).casefold().split())


def measure(words: Iterable[str]) -> Iterator[tuple[str, str, Counter[str]]]:
    """The counts of each document, by how it is scanned."""
    documents = sorted(DOCUMENTS.glob("*.pdf"))
    chosen = [path for path in documents if any(word in path.name for word in words)] or documents
    for scanner in SCANNERS:
        for path in chosen:
            printed = parse_file(path)
            try:
                counts = compare(printed, parse_raw(as_raw(path.name, scanner.scan(path))))
            except ParseError as error:
                print(f"{path.name}, {scanner}: {error}", file=sys.stderr)
                counts = Counter(rows=sum(1 for _ in _lines(printed)), refused=1)
            yield str(scanner), path.name, counts


def main() -> None:
    """Prints a row for each scan, then the sums. An error where a wrong amount is called proved."""
    totals: dict[str, Counter[str]] = {}
    print("| scanned | document |", " | ".join(COUNTS), "|")
    for scanner, name, counts in measure(sys.argv[1:]):
        print(f"| {scanner} | {name} |", " | ".join(str(counts[word]) for word in COUNTS), "|", flush=True)
        totals.setdefault(scanner, Counter()).update(counts)
    for scanner, counts in totals.items():
        print(f"| {scanner} | all |", " | ".join(str(counts[word]) for word in COUNTS), "|")
    wrong = sum(counts["wrong and called proved"] for counts in totals.values())
    sys.exit(f"{wrong} amounts are wrong and called proved" if wrong else 0)


if __name__ == "__main__":
    main()
