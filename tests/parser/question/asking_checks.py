"""How the example of a word that asks is to be read, for each thing that it may ask."""

from __future__ import annotations

from collections.abc import Callable

from parser.budget_code import Side
from parser.question.about_one import about_one
from parser.question.bounds import Bounds, BoundUnit
from parser.question.fillers import find_speaker, is_filler
from parser.question.follow_up import read_follow_up
from parser.question.given_up import tells_of_giving_up
from parser.question.intents import Direction, Intent, ListedLevel, Relation
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore
from parser.text.folding import sound, sounds, words
from parser.text.word_lists import ListRow

MAY, JULY = 5, 7
Check = Callable[[ListRow, Question], bool]


def intent_is(*intents: Intent) -> Check:
    return lambda _, question: question.intent in intents


def listed(level: ListedLevel | None) -> Check:
    """Whether the list is of that level, and its word names no line."""
    return lambda row, question: (
        question.intent in {Intent.LARGEST, Intent.LIST}
        and question.frame.level is level
        and all(token.filler for token in question.tokens if of_row(row, token.folded))
    )


def of_row(row: ListRow, folded: str) -> bool:
    stem = sound(row["word"].rstrip("*~"))
    return sound(folded).startswith(stem) if row["word"].endswith(("*", "~")) else sound(folded) == stem


def counts_five(_: ListRow, question: Question) -> bool:
    """Whether the five of the example is how many lines are asked for, and no word or code."""
    return question.frame.count == 5 and question.intent is Intent.LARGEST and not question.codes


def names_no_line(row: ListRow, question: Question) -> bool:
    """Whether an edition is named, and the word beside it is none of a line's."""
    return question.asks_edition and all(
        token.filler for token in question.tokens if of_row(row, token.folded)
    )


def changes(*directions: Direction | None) -> Check:
    return lambda _, question: question.intent is Intent.CHANGE and question.frame.direction in directions


def names_nothing(row: ListRow, question: Question) -> bool:
    """Whether something is asked, and the word is none of a line's."""
    return not question.frame.asks_nothing_more and all(
        token.filler for token in question.tokens if of_row(row, token.folded)
    )


def asks_a_place(_: ListRow, question: Question) -> bool:
    """Whether the place of one line among its like is asked for, and its name is all that is left."""
    return question.frame.ranked and not question.frame.smallest and len(question.words) == 1


def changes_of_all(_: ListRow, question: Question) -> bool:
    return question.intent is Intent.CHANGE and question.names_nothing


def names_decision(row: ListRow, question: Question) -> bool:
    """Whether a decision is named by its place, and the noun for it is no word of a line."""
    standing = question.in_order.standing
    return standing is not None and question.names_nothing


def is_of_another_word(row: ListRow, question: Question) -> bool:
    """Whether the word is none of a line's beside another one that is."""
    return names_nothing(row, question) and question.names_line


def after_sport(question: Question, more: str = "") -> Question:
    return read_follow_up(question.text + more, ShownBefore(read_question("спорт"), 2013))


def of_line_before(question: Question) -> Question:
    return read_follow_up(question.text, ShownBefore(read_question("білім"), 2013))


def sets_beside_it(row: ListRow, question: Question) -> bool:
    """Whether the line before is compared with that of the example, or added to it where it says so."""
    together = of_line_before(question)
    if row["example"].startswith(("прибавь", "добавь", "приплюсуй")):
        return together.relation is Relation.SUMMED and len(together.parts) == 2
    return compares_two(together)


def takes_out_line_before(question: Question) -> bool:
    cuts = of_line_before(question).exclusions
    return [part.words for cut in cuts for part in cut.parts] == [("bilim",)]


def drops_out(row: ListRow, question: Question) -> bool:
    return bool(question.codes) and not any(of_row(row, token.folded) for token in question.tokens)


def goes_on(row: ListRow, question: Question) -> bool:
    whole = read_follow_up(question.text, ShownBefore(read_question("білім беру 2014"), 2013))
    return whole.year == 2014 and not any(of_row(row, token.folded) for token in whole.tokens)


def tells_year(year: int) -> Check:
    return lambda _, question: (
        read_follow_up(question.text, ShownBefore(read_question("спорт 2013"), 2013)).year == year
    )


def says_who_asks(row: ListRow, question: Question) -> bool:
    folded = words(row["example"])
    return len(find_speaker(folded)) == 1


def is_a_thing(row: ListRow, question: Question) -> bool:
    if " " in row["word"]:
        return question.frame.asks_nothing_more
    folded = next(word for word in words(row["example"]) if of_row(row, word))
    return not is_filler(folded, sound(folded)) and question.month is None


def bounds(low: int | None, high: int | None, *, included: bool, unit: BoundUnit = BoundUnit.TENGE) -> Check:
    """Whether the example bounds a list so: programs, and no word of the amount names a line."""

    def check(row: ListRow, question: Question) -> bool:
        ends = Bounds(low, high, included and low is not None, included and high is not None, unit)
        return question.frame.bounds == ends and not question.amounts and not question.scaled

    return check


def names_an_amount(_: ListRow, question: Question) -> bool:
    """Whether 250 million are asked of, and nothing else is named."""
    scaled = question.scaled
    return scaled is not None and scaled.tenge == 250 * 10**6 and question.names_only_numbers


def names_it_exactly(_: ListRow, question: Question) -> bool:
    """Whether 250 million are asked of, rounded to nothing, and nothing else is named."""
    return question.amounts == (250 * 10**6,) and not question.scaled and question.names_only_numbers


def takes_out(row: ListRow, question: Question) -> bool:
    """Whether something is taken out of education: schools, or education out of everything."""
    named = [(exclusion.whole.words, exclusion.parts[0].words) for exclusion in question.exclusions]
    wholes = {sounds(name)[0] for name in ("образование", "білім")}
    parts = {sounds(name)[0] for name in ("шко", "мектеп", "образование", "білім")}
    return any(
        (not whole or whole[0] in wholes) and any(part[0].startswith(stem[:4]) for stem in parts)
        for whole, part in named
    )


def gives_to_oblast(_: ListRow, question: Question) -> bool:
    """Whether money is said to go up to the budget of an oblast."""
    named = [number for number, token in enumerate(question.tokens) if token.sound.startswith("obl")]
    return tells_of_giving_up(question.tokens, named)


def takes_out_transfers(question: Question) -> bool:
    """Whether transfers are taken out of a line that is named: of revenue."""
    cuts = question.exclusions
    return any(
        cut.whole.words and part.words[0].startswith("transfert") for cut in cuts for part in cut.parts
    )


def of_season(*months: int) -> Check:
    """Whether the changes of a part of a year are asked of, and no line."""
    return lambda _, question: question.season == months and question.names_nothing


def names_two_alone(question: Question) -> bool:
    """Whether it names two lines, each by a word of its own."""
    return [len(part.words) for part in question.parts] == [1, 1]


def names_two(question: Question) -> bool:
    """Whether two lines are named, each by the words of a thing alone."""
    return [len(part.words) for part in question.parts] == [1, 1]


def compares_two(question: Question) -> bool:
    return question.relation is Relation.COMPARED and names_two(question)


def compares_totals(_: ListRow, question: Question) -> bool:
    sides = {part.frame.side for part in question.parts}
    return question.relation is Relation.COMPARED and sides == set(Side)


def names_no_whole(row: ListRow, question: Question) -> bool:
    """Whether something is taken out of a line, and the word is none of that line's."""
    wholes = [exclusion.whole for exclusion in question.exclusions]
    words_of_wholes = [token.folded for whole in wholes for token in whole.tokens]
    return bool(wholes) and not any(of_row(row, word) for word in words_of_wholes)


def points_at_the_largest(question: Question) -> bool:
    largest = read_question("самые большие налоги")
    shown = ShownBefore(largest, 2013, offered={1: "revenue/1/03"})
    about = about_one(question.text, question, shown)
    return about is not None and about.shown.question.path == "revenue/1/03"
