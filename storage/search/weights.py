"""Every number by which search weighs, cuts off or stops, with what it means and where it comes from.

The numbers are grouped by the step that uses them, in the order of the steps. Likenesses, scores and
shares go from 0 to 1. What stands in brackets says where a number comes from:

- [measured]: chosen on the open part of the questions (`bench/search.py`);
- [language]: how long words, stems and endings of Kazakh and Russian are;
- [rule]: a plain choice that the questions do not reach or cannot judge; it names the test that holds it;
- [cost]: keeps a question's work within bounds; only a large database or a long message reaches it.

`python -m bench.search --weights` moves one number at a time and shows which answers change.
"""

from __future__ import annotations

from parser.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class WordWeights:
    """How like a typed word is to a word of a printed name (`matching.py`)."""

    # From here on a word counts as said by the question; below, it only adds to the order. [measured]
    certain: float = 0.7
    # The most that a likeness comes to which may be a chance: `ветер` and «ветеринария». [measured]
    uncertain: float = 0.68
    # Words with so many letters match nothing but themselves: `су`, `газ`. [language]
    short_word: int = 3
    # Two words are compared when they share so many first letters … [language]
    root_letters: int = 4
    # … which are so much of the shorter one. [measured]
    root_share: float = 0.75
    # Two words that share so many are of one root: `приватизируют`, «приватизация». [language]
    long_root_letters: int = 7
    # How like two forms of one word are at most; what they do not share takes away. [measured]
    form: float = 0.9
    # How like two words for an office are: «отдел», «управление», `департамент`. [measured]
    office: float = 0.85
    # How much what they do not share leaves at least. [measured]
    least_shared: float = 0.8
    # Letters of a typed word beyond what is shared: with more it is a longer, other word. [language]
    longest_ending: int = 8
    # rapidfuzz ratio, of 100, from which a word is taken for a typing slip of another. [measured]
    slip_ratio: int = 72
    # The ratio from which a slip is certain. [measured]
    close_slip_ratio: int = 83
    # How like a slip is at most. [measured]
    slip: float = 0.95


@dataclass(frozen=True, slots=True)
class PhraseWeights:
    """How like typed words are to an everyday phrase (`words.py`, `phrases.py`)."""

    # A form of a phrase's word: `школы` of «школа». Typed exactly so it is 1. [measured]
    form: float = 0.98
    # Another word for money: `облыстан қаржы` of «облыстан ақша». Below `form`.
    # [rule: test_lexicon.py, another word for money is less than a form]
    synonym: float = 0.97
    # A mistyped word. [measured]
    slip: float = 0.92
    # A mistyped word of `short_word` letters or fewer, or one with two slips, which may as well be another
    # word: below `asserting_phrase`. [rule: test_lexicon.py, a slip in a short word or two slips only offer]
    far_slip: float = 0.8
    short_word: int = 4
    # Letters that a mistyped word has at least by which alone a phrase asserts: `селитра` and `баспашы` are
    # words of their own. [measured]
    alone: int = 8
    # Letters that a word and its forms have in common at least. [language]
    shared_start: int = 3
    # Letters of a stem and of a word that may be mistyped: what is shorter is soon another word. So many
    # letters, too, a word or stem has that may have lost one or have one too many. [language]
    slip_stem: int = 4
    slip_word: int = 5
    # Letters of a word or stem in which one may be wrong: in `дорога`, not in `театр`. [language]
    wrong_letter: int = 6
    # Letters of a stem in which more than one may be wrong, and how many. [language]
    long_stem: int = 9
    long_stem_slips: int = 2
    # Words of the lexicon that a mistyped one is compared with, and how like they must be. [cost]
    slips_tried: int = 60
    slips_alike: float = 0.5
    # Letters of a word that a phrase may be typed without: `в`, `на`, `для`. [language]
    function_word: int = 3
    # Letters of an abbreviation that may be typed in Latin ones: `ipn`; two are any word: `tj`.
    # [rule: test_lexicon.py, an abbreviation may be typed in latin letters]
    latin: int = 3
    # Words in a phrase. [cost]
    longest: int = 6
    # Words of a question from which a phrase's may stand apart or in another order.
    # [rule: test_lexicon.py, two words in another order are no phrase]
    scattered: int = 3
    # How far from a phrase's first word its others may stand when words stand between. [measured]
    near: int = 4
    # How far a phrase is believed whose words do not stand together in order. [measured]
    parted: float = 0.9


@dataclass(frozen=True, slots=True)
class TermWeights:
    """Which names an official term of the lexicon stands in (`official_terms.py`)."""

    # So much of a term's weight must stand in a name: else the budget lacks what it is about. [measured]
    covered: float = 0.8
    # A name's rate: how much of the name the term says, the rest is how much of the term it holds. [measured]
    name_share: float = 0.5
    # Where a name lacks so much of a term's words, it may be of another thing: it is not asserted. [measured]
    lacking: float = 0.2
    # How far below the best rate a name may lie to be meant too. [measured]
    near_best: float = 0.12
    # Names that one term may lead to. [cost]
    hits: int = 60


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """What a question's words and phrases say of the names (`evidence.py`)."""

    # How far an everyday phrase's line is like what was typed; the official name itself is 1. [measured]
    phrase: float = 0.97
    # How much less each further term of a phrase counts: the lexicon lists the likeliest first. [measured]
    later_term: float = 0.016
    # How much a name loses that says more than the term does, by its rate below the best one's. [measured]
    says_more: float = 0.3
    # How far a phrase is believed whose typed form is itself a word that names print. [measured]
    printed_instead: float = 0.9
    # How like the functional group is that stands in for lines which a budget lacks. [measured]
    group_instead: float = 0.65
    # From here on a phrase may assert its line; less like what was typed it only offers. [measured]
    asserting_phrase: float = 0.85
    # The rate of a name from which its term is more than mentioned in it. [measured]
    asserting_rate: float = 0.56
    # The same of a functional group's name, which lists other things as well: «Сельское, водное, лесное, …
    # хозяйство, … охрана животного мира» is no amount of what is spent on saigas. [measured]
    asserting_group: float = 0.75
    # From here on a phrase is surely the one of the lexicon, so its words are no others. [measured]
    known_phrase: float = 0.98
    # From here on a word is a form of another and not only like it. [measured]
    form: float = 0.8
    # What words for all money keep of their weight beside others: `расходы на школы`. [measured]
    totals: float = 0.05
    # What words for any aim keep of it: `поддержка занятости`. [measured]
    generic: float = 0.3
    # How much more the word weighs that a question of a few words is about: `учебники` of `учебники для
    # школ`. [measured]
    head: float = 1.4
    # Content words from which a question is a sentence that tells a story around its line. [measured]
    sentence: int = 4
    # How much a sentence's other words weigh together, in rarest words. [measured]
    story: float = 0.5
    # Names that hold a word, from which it only adds to what rarer words find. [cost]
    common: int = 1500


@dataclass(frozen=True, slots=True)
class RankWeights:
    """The order of the lines (`rank.py`)."""

    # Names looked at closer, of those that cover the question best. [cost]
    looked_at: int = 60
    # Of these, names ranked again by their letters. [cost]
    reranked: int = 16
    # Places for each of which so many names are looked at and ranked; further ones share them. [cost]
    most_places: int = 8
    # Names that are ranked for whatever place; of more only those of the places at hand. [cost]
    most_names: int = 3000
    # Of a name's score, how much of the question it covers; the rest is how much of it is said. [measured]
    question_share: float = 0.85
    # How much of the final score is the likeness of letters. [measured]
    letters_share: float = 0.3
    # How much a word found in the name of a line above counts beside one in the line's own name. [measured]
    above: float = 0.85
    # From here on what the names above add to a score counts less and less, so that it stays below 1.
    # [rule: test_rank.py, a line above raises no score beyond 1]
    saturated: float = 0.97
    # For a name in the very letters that were typed, above one that only sounds the same. [measured]
    as_written: float = 0.01
    # From here on a line is named whole and does not yield to the one above it. [measured]
    whole_name: float = 0.99
    # How near a line above must come to stand before the one below: one word, several. By the first, too,
    # what a phrase asserts stands before what it only offers. [measured]
    level: float = 0.05
    near_level: float = 0.03
    # How much less a line is meant that is not of whoever is said to keep the thing: `тонер маслихата`.
    # [measured]
    anothers: float = 0.3
    # What breaks a tie: an office is meant in the group of its phrase, and what a phrase asserts before
    # what it only offers. [rule: test_lexicon.py, an office is meant in the group of its phrase]
    tie: float = 0.001
    # What says less of a name than this only mentions it. [measured]
    mention: float = 0.45
    # What says less of a name than this only mentions it, whatever it says whole: `национальный банк` stands
    # in what fines are imposed by. [measured]
    bare_mention: float = 0.15
    # From here on a question is covered whole. [measured]
    whole_question: float = 0.95


@dataclass(frozen=True, slots=True)
class ReadingWeights:
    """Other ways to read what was typed (`other_readings.py`)."""

    # Words of a message, from which on none is joined or split. [cost]
    most_words: int = 8
    # Letters of a run that may be several words written together. [cost]
    longest_run: int = 60
    # Letters of a word in such a run. [language]
    shortest_part: int = 3


@dataclass(frozen=True, slots=True)
class CandidateWeights:
    """Lines by codes, amounts and parts of a question (`answering/candidates.py`)."""

    # Names that a question's words may lead to. [cost]
    ranked: int = 200
    # Nearest lines named where nothing is found. [rule: test_answer.py, the nearest lines are few]
    nearest: int = 3
    # Parts of a question for several lines: with more it is a story with commas. [cost]
    most_parts: int = 5
    # And where each is but a word or two, as in a list: `школы; садики; дороги`. [cost]
    most_brief_parts: int = 12
    # Digits that mean a line whatever stands beside them: `чей это 464 009`, but not `iphone 13`.
    # [rule: test_several_figures.py, a number among other words is no code]
    surely_a_code: int = 5
    # Digits besides the zeros at its end that make a number an amount whatever stands beside it.
    # [rule: test_several_figures.py, a long code or amount is one]
    surely_an_amount: int = 4


@dataclass(frozen=True, slots=True)
class CertaintyWeights:
    """Whether a line is asserted or offered (`answering/certainty.py`)."""

    # The score from which a line is asserted … [measured]
    sure: float = 0.55
    # … when it covers so much of the question … [measured]
    covered: float = 0.72
    # … of which no word of weight is unread, where its amount is asked for … [measured]
    read: float = 0.85
    # … and leads the next line by so much. [measured]
    lead: float = 0.015
    # How much better a line of another budget fits than any of the one that is asked, which then has no
    # such line. [measured]
    elsewhere: float = 0.05
    # The score from which a line is a candidate at all. [measured]
    offered: float = 0.42
    # … of one word that no name surely has: `айфон` is like «аппарат» in its letters. [measured]
    offered_alone: float = 0.5
    # The score from which a line is named as nearest where nothing is found.
    # [rule: test_answer.py, the nearest lines are few]
    nearest: float = 0.33
    # How near a rival that says as much of the question may come. [measured]
    rival: float = 0.4


@dataclass(frozen=True, slots=True)
class AnswerWeights:
    """Which reading and place a question is answered from (`certainty.py`, `inquiring.py`)."""

    # Of the best score: what is offered beside it. [measured]
    offered_beside: float = 0.62
    # The score below which other readings of what was typed are tried. [measured]
    poor: float = 0.62
    # How good another reading must be to be searched instead. [measured]
    good_reading: float = 0.6
    # How much better another reading must be than what was typed, or another place than the one at hand:
    # what is likelier is left for more than a shade. [rule: test_decide.py, must be better by enough]
    better: float = 0.12
    # An everyday phrase of another reading must be typed without slips. [measured]
    phrase_reading: float = 0.9
    # A name that says so much of the question is one line, whatever conjunctions stand in it. [measured]
    whole: float = 0.95
    # The score with which the place at hand is answered from, other places not tried.
    # [rule: test_answer.py, of several places the one at hand answers]
    at_hand: float = 0.7
    # How far below the best line another may lie that is of the kind which is taken out of a line: the
    # terms of one phrase, and the names that one term stands in. [measured]
    of_one_kind: float = 0.12
    # Lines that are taken out of another for one word; more are asked about.
    # [rule: test_figures.py, too many lines are not taken out]
    most_taken: int = 8
    # Places tried after the one at hand. [cost]
    places_tried: int = 6
    # Places of which one is taken where none is named; of more it is asked which.
    # [rule: test_many_names.py, of very many places it is asked which]
    places_assumed: int = 40


@dataclass(frozen=True, slots=True)
class Weights:
    """All numbers of a search, by step."""

    words: WordWeights = WordWeights()
    phrases: PhraseWeights = PhraseWeights()
    terms: TermWeights = TermWeights()
    evidence: EvidenceWeights = EvidenceWeights()
    rank: RankWeights = RankWeights()
    readings: ReadingWeights = ReadingWeights()
    candidates: CandidateWeights = CandidateWeights()
    certainty: CertaintyWeights = CertaintyWeights()
    answer: AnswerWeights = AnswerWeights()


WEIGHTS = Weights()
"""The weights that answers are given with."""
