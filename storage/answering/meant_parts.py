"""Which lines the words of a part mean that is taken out of a line: `без школ`, `кроме соцпомощи`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.budget_code import is_below
from parser.dataclass import dataclass
from storage.answering.assertion import is_asserted, is_good
from storage.answering.inquiry import FoundLine, Sought
from storage.search.weights import Weights

_BRANCH = 1  # the level of functional groups, whose names list what stands in them


@dataclass(frozen=True, slots=True)
class PartMeanings:
    """What parts may mean in one way to cut.

    Attributes:
        weights: from where on a line is sure.
        wholes: the lines that something may be taken out of.
    """

    weights: Weights
    wholes: Sequence[FoundLine]

    def list_meant(self, sought: Sought, options: Sequence[FoundLine]) -> list[FoundLine]:
        """The lines that a part means: the one that is sure, or all of the kind that its words name.

        A word of other talk (`театр`) leads to a line here: the answer says what it has taken out. Of lines
        that stand above one another the widest is meant, and of other levels only that of the best.
        """
        weights, named = self.weights.certainty, self.list_named(options)
        if not named:
            return self._list_only(options)
        if is_asserted(named, sought.question, weights):
            return named[:1]
        best, apart = named[0], self.weights.answer.of_one_kind
        # A form that names print, `дорог`, is believed less than the phrase; it leads to the same lines.
        alike = [
            line
            for line in named
            if line.covered >= best.covered
            and line.score >= best.score - apart * (2 if line.through and best.through else 1)
        ]
        alike = [line for line in alike if line.exact] if best.exact else alike
        widest = [line for line in alike if not any(is_below(line.path, other.path) for other in alike)]
        if any(self._only_lists(line, best) for line in widest):
            return []
        level = next(line for line in widest if line is best or is_below(best.path, line.path)).line.level
        return [line for line in widest if line.line.level == level]

    def _only_lists(self, branch: FoundLine, best: FoundLine) -> bool:
        """Whether a branch has what is meant among other things: «Культура, спорт, туризм» is not the sport.

        A line inside it is named better then, and is not all of it.
        """
        inside = branch.line.level == _BRANCH and is_below(best.path, branch.path)
        return inside and best.line.amount != branch.line.amount

    def _list_only(self, options: Sequence[FoundLine]) -> list[FoundLine]:
        """The line that a part only mentions, where it says all of the part and is the only one there."""
        weights = self.weights.certainty
        saying = [line for line in options if is_good(line, weights) and line.covered >= weights.read]
        saying = [line for line in saying if not line.part]
        return saying if len(saying) == 1 else []

    def list_named(self, lines: Sequence[FoundLine]) -> list[FoundLine]:
        """Those that words name, and do not only mention; what is paid out of a line names none."""
        weights = self.weights.certainty
        good = [line for line in lines if is_good(line, weights) and (line.through or not line.weak)]
        return [line for line in good if not line.part]

    def keep_apart(self, options: list[FoundLine]) -> list[FoundLine]:
        """What a part names alone, where the best of its lines is named by the words of the whole as well.

        Of `культура без спорта` an office for culture and sport is no part where there is a line of sport.
        """
        named = self.list_named(options)
        both = {line.path for line in self.wholes if line.covered >= self.weights.certainty.read}
        apart = [line for line in named if line.path not in both]
        if not apart or named[0].path not in both:
            return options
        if max(line.covered for line in apart) < named[0].covered:
            return options
        return [line for line in options if line.path not in both]

    def is_outside(self, sought: Sought, lines: Sequence[FoundLine], options: Sequence[FoundLine]) -> bool:
        """Whether a part is matched outside of the line, and by nothing inside it that comes near."""
        return bool(lines) and (not options or bool(self.list_meant(sought, lines)))

    def list_others(
        self, sought: Sought, options: Sequence[FoundLine], meant: Sequence[FoundLine]
    ) -> Iterator[FoundLine]:
        """What else may have been meant to be taken out.

        Of `без социальной помощи` a line inside of it may, which is asked for by the same words.
        Where the words are of other talk as well, so may what only mentions them: of `без инвалидов` the
        children with a disability, too.
        """
        least = self.weights.answer.offered_beside * options[0].score
        asserted = any(not line.weak for line in meant)
        sure = is_asserted(self.list_named(options), sought.question, self.weights.certainty)
        for line in options:
            if line.weak and not line.through and (asserted or line.covered < self.weights.certainty.read):
                continue
            related = (
                is_below(line.path, each.path) or is_below(each.path, line.path) or line.path == each.path
                for each in meant
                if sure or not _names_narrower(line, each)
            )
            if line.score >= least and not any(related):
                yield line


def _names_narrower(line: FoundLine, meant: FoundLine) -> bool:
    """Whether a line is inside of one that is taken out, and is named as well as that one."""
    inside = is_below(line.path, meant.path) and line.line.amount != meant.line.amount
    return inside and line.covered >= meant.covered and (line.exact or line.through) and not meant.exact
