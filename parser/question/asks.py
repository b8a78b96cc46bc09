"""What a word of a question may ask, by the names that the lists `locales/asking.*.tsv` use."""

from __future__ import annotations

from enum import StrEnum


class Asks(StrEnum):
    """What a word asks: the column `asks` of the lists."""

    # an intent by itself
    CHANGE = "change"
    RISE = "rise"  # a change, upwards
    CUT = "cut"  # a change, downwards
    ADD = "add"  # a rise; of lines, those that are new
    REMOVE = "remove"  # a cut; of lines, those that are there no more
    ENTER = "enter"  # a change that is entered; of lines, those that are new
    APPEAR = "appear"  # появилось, of what or of lines: those that are new; else a rise
    VANISH = "vanish"  # исчезло, of what or of lines: those that are there no more; else a cut
    SHARE = "share"
    LARGEST = "largest"
    SMALLEST = "smallest"
    MAINLY = "mainly"  # в основном: the largest, beside where money goes
    RANK = "rank"  # who stands where among the largest
    WHICH_PLACE = "which-place"  # каком месте: where a line stands among its like
    STANDS_IN = "stands-in"  # входит в, between a line and one that may hold it
    AT_PLACE = "at-place"  # первом месте, of a line that is named: whether it stands there
    BELONGS = "belongs"  # входит, beside a list of the largest: whether a line that is named is in it
    PLACE = "place"  # месте, after its number: at which place of a list a line stands
    PLACES = "places"  # орын, the same noun where a number before it counts seats
    COMPARE = "compare"
    LIST = "list"
    EXISTED = "existed"  # была ли, beside the budget as first adopted: whether a line was in it
    EXIST = "exist"  # есть, after `which` and what a list is of
    EVERY = "every"  # все, before what a list is of
    COUNTED = "counted"  # программ, behind `how-many`: how many lines there are, which a list tells
    # an intent together with another word
    VERY = "very"  # самый, before `large` or `small`
    LARGE = "large"
    SMALL = "small"
    MORE = "more"  # больше, before `of-all`
    LESS = "less"
    OF_ALL = "of-all"
    PRIORITY = "priority"  # приоритетные: of lines that need not be the largest
    MUCH = "much"  # много, after `where`
    LITTLE = "little"
    WHERE = "where"  # куда, before `much` or `little`
    WHERE_MOST = "where-most"  # где: of a change, in which of all lines
    BECAME = "became"  # стало, beside `more`, `less` or `what`
    WAS = "was"  # было, beside `now`
    NOW = "now"  # теперь
    NEWS = "news"  # новшества: lines that are new, whatever verb stands beside
    ZERO = "zero"  # обнулили: lines that are there no more, or with nothing
    SAME = "same"  # как было: what did not change
    SINCE_WHEN = "since-when"  # когда, beside a verb of coming and going: of one line, not of those inside
    WHOLLY = "wholly"  # совсем, beside a verb of removing and `what`: lines that are there no more
    ANYTHING = "anything"  # что-нибудь, beside a verb of change: which of the lines inside
    AFTER = "after"  # по сравнению с, before a decision: all changes since then
    AFTER_FOLLOWS = "after-follows"  # бері, after one
    AUXILIARY = "auxiliary"  # кетті, after a verb that asks
    NOT_WAS = "not-was"  # не было, beside `was` and `what`: lines that are new
    WINS = "wins"  # в плюсе, beside what falls: a change
    LOSES = "loses"  # в минусе, beside what rises
    FROM_WHOM = "from-whom"  # у кого, beside `to-whom`: a change, whatever verb says it
    TO_WHOM = "to-whom"
    DECIDES = "decides"  # решил, beside `what`: what a decision changed
    DOES = "does"  # сделали с, of the budget: what was changed; of money and of things, what no plan tells
    ADDITIONAL = "additional"  # дополнительно, beside a verb of giving: a rise
    GIVES = "gives"  # дали: the money and not a change, unless with such a word
    NEW = "new"  # новые, beside a word for any line
    WHICH = "which"  # какие, before what a list is of
    # what a message asks that goes on from another
    WHY = "why"  # of a line: how it changed
    REASON = "reason"  # почему: of a change, which no decision says
    INSIDE = "inside"  # оның ішінде
    THE_ONE = "the-one"  # он: the line that came out as the largest
    OF_IT = "of-it"  # его, beside a change: of the line before, and not of the budget
    IT = "it"  # это: the line before, beside another that it is compared with
    WITHOUT_IT = "without-it"  # без них: what the line before is taken out of stands beside it
    BY_DECISION = "by-decision"  # решением, beside its number: the line before as that decision left it
    NOT_MEANT = "not-meant"  # не, before what is not meant: не школы, а садики
    NEITHER = "neither"  # ни, before each of several times that are not meant: школы ни в 2013, ни в 2014
    MEANT = "meant"  # а, before what is meant instead: не школы а садики
    OUT_OF = "out-of"  # из, before what something is taken out of: вычти школы `из` образования
    FURTHER = "further"  # ещё, дальше: the next lines
    SAME_WAY = "same-way"  # так же: of another line, what was asked of the one before
    REVERSE = "reverse"  # наоборот: the smallest instead of the largest
    CHOICE = "choice"  # вариант, after its number
    HAPPENED = "happened"  # не болды: of the line before, also beside a month
    ABOVE = "above"  # what the line stands in
    # what a list is of
    GROUP = "group"
    SUBGROUP = "subgroup"
    ADMINISTRATOR = "administrator"
    PROGRAM = "program"
    LINE = "line"  # lines of any level
    ROW = "row"  # жол, a line beside a word for the budget or for what is added; a road elsewhere
    BUILDS = "builds"  # салу: beside it жол is a road
    # what names no line once something is asked
    GENERIC = "generic"  # any line, or its place among others
    PAYMENT = "payment"  # субсидия: of lines, money of a kind and no thing that is paid for
    SPOT = "spot"  # жер, after a participle or `which`: any line; land elsewhere
    WHOLE = "whole"  # the budget, its place or its decision
    TERRITORY = "territory"  # область: the same where the largest is asked for
    WHOLE_FOLLOWS = "whole-follows"  # сельского, before such a word
    ACTOR = "actor"  # who decides, beside `what`
    WHAT = "what"  # что, the changes themselves and not those of a line
    THAT_WHICH = "that-which"  # которые, of lines that are picked by how they changed
    WHICH_ONES = "which-ones"  # какие, before a word for lines of which it is asked which have changed
    WHICH_OF = "which-of"  # қайсысы, beside the line inside of which they are
    EACH_OF = "each-of"  # по, beside a word for offices: what each of them has more or less
    WHOSE = "whose"  # кому, the same of the lines inside the one that is named
    HOW_MUCH = "how-much"  # сколько: of a decision its sums, not what it changed
    CASH = "cash"  # деньги: what is added to or taken from lines, and not the lines themselves
    MONEY = "money"  # расходы: which of them have changed, after `which-ones`
    MONEY_BEFORE = "money-before"  # расходы, before the line they are for
    MONEY_AFTER = "money-after"  # шығыны, after the line they are for
    # all spending or all revenue, where no line is named
    SPENDS = "spends"
    RECEIVES = "receives"
    GETS = (
        "gets"  # the same beside a word for spending; alone it may be of anybody: `кто получает больше всего`
    )
    WHITHER = "whither"  # куда, beside taxes: what is spent of them
    TAXES = "taxes"  # налоги, beside `whither`: all money, and no line of revenue
    TAXPAYERS = "taxpayers"  # граждан, beside such taxes: whose they are
    MINE = "mine"  # мои, beside taxes: those of one person, which no plan tells
    WHERE_FROM = "where-from"  # откуда, of money that comes in: the parts of revenue
    GIVES_UP = "gives-up"  # отдаём, beside a budget above one's own: what goes up to it
    TAKES_UP = "takes-up"  # забирает, whose subject is such a budget: the same
    TAKES_NOW = "takes-now"  # изымают, beside `how-much` alone: what goes up to another budget, and no change
    BUYS = "buys"  # купили: money is paid for it, and none comes in
    PIECE = "piece"  # кусок: who has cut it off has it, and nothing is cut
    BRINGS = "brings"  # түсірді, a cut elsewhere: beside a tax what comes in
    TAKES = "takes"  # берут, beside what it is taken from: money that comes in
    PAYS = "pays"  # платят, beside `in-whole`: the same
    INCOME = "income"  # доходы, beside `outlay`: the two totals
    OUTLAY = "outlay"
    # of what a share is asked
    OF_RECEIPTS = "of-receipts"  # of all that comes in
    OF_SPENDING = "of-spending"
    # how many lines are asked for
    COUNT_PRECEDES = "count-precedes"  # самых, after their number
    COUNT_FOLLOWS = "count-follows"  # ең ірі, before their number
    FIRST = "first"  # первые, before their number
    THREE = "three"  # тройка: the first three
    FIVE = "five"
    TEN = "ten"
    # in which order they stand
    DESCENDING = "descending"  # по убыванию
    ASCENDING = "ascending"
    ORDER_FROM = "order-from"  # от, before an adjective of size and `order-to`
    ORDER_TO = "order-to"  # к, before its contrary: от бедных к богатым
    AVERAGE = "average"  # в среднем: a list, and what one of its lines has on the average
    # what stands beside an amount
    ABOUT = "about"  # около, before an amount
    ABOUT_FOLLOWS = "about-follows"  # жуық, after one
    OF_ZERO = "of-zero"  # нулевые, beside a word for lines: those that have nothing
    EXACTLY = "exactly"  # ровно, before one
    HOW_MANY = "how-many"  # сколько: what scales an amount is then none itself
    # by what amounts a list is bounded
    MORE_THAN = "more-than"  # больше, before an amount
    MORE_THAN_FOLLOWS = "more-than-follows"  # асатын, after one
    LESS_THAN = "less-than"
    LESS_THAN_FOLLOWS = "less-than-follows"
    AT_LEAST = "at-least"
    AT_LEAST_FOLLOWS = "at-least-follows"
    AT_MOST = "at-most"
    AT_MOST_FOLLOWS = "at-most-follows"
    PASSES = "passes"  # через, after a verb, before an amount: more than it
    THAN = "than"  # чем, between such a word and the amount
    EMPHASIS = "emphasis"  # даже, де: beside such a word, and changes nothing
    COST = "cost"  # стоимостью, құны: before such a word or its amount
    PERCENT = "percent"  # процентов, after the number of a bound
    HALF = "half"  # половины, instead of one
    ONE_THIRD = "one-third"
    ONE_QUARTER = "one-quarter"  # четверти: `quarter` is one of a year
    ONE_FIFTH = "one-fifth"
    ONE_TENTH = "one-tenth"
    TWO_THIRDS = "two-thirds"
    THREE_QUARTERS = "three-quarters"
    BUDGET_SHARE = "budget-share"  # бюджета, beside such a share: what it is one of
    AVERAGE_AMOUNT = "average-amount"  # среднего, instead of an amount
    AVERAGE_FOLLOWS = "average-follows"  # по, behind it
    REACHES_NOT = "reaches-not"  # не, before a word that bounds: the other way round
    RANGE = "range"  # от, before two amounts
    RANGE_FOLLOWS = "range-follows"  # аралығында, after two
    UNTIL = "until"  # до, between two
    # what is taken out of a line
    WITHOUT = "without"  # без, before what is taken out
    WITHOUT_MISTYPED = "without-mistyped"  # бес, before what is taken out, and no number
    WITHOUT_FOLLOWS = "without-follows"  # қоспағанда, after it
    INTO = "into"  # в, before what it is not to be in: школы `в` образование не клади
    OTHER_THAN = "other-than"  # басқа, after it where it ends as in мектептерден
    ALSO = "also"  # да, after such a word: other lines too
    NOT_WITHOUT = "not-without"  # ends or begins as if something were taken out: білесіз, без хозяев
    CLEARS = "clears"  # убрать: takes out of a line, but away what lies about
    DIRT = "dirt"  # мусор, снег: what is cleared away, and not taken out of a line
    ONLY = "only"  # тек, before what is taken out and `not-follows`
    NOT_FOLLOWS = "not-follows"  # емес
    LEFT = "left"  # останется: of what nothing is asked but how much it is
    REST = "rest"  # остальное, beside lines that it is compared with: all but these
    EVERYTHING = "everything"  # всё, before `кроме`
    OWN_REVENUE = "own-revenue"  # собственные доходы: all of them without transfers
    TRANSFERS = "transfers"  # трансферты, which are no own revenue
    # which edition is meant
    EVERY_YEAR = "every-year"
    YEARLY_AVERAGE = "yearly-average"  # в среднем за год: what one of all years has
    LATEST = "latest"  # the edition that is in force
    ORIGINAL = "original"  # the budget as first adopted
    UNAMENDED = "unamended"  # до поправок: the same budget
    HELD_OVER = "held-over"  # остаток на начало года: that beginning names no edition
    IN_ORIGINAL = "in-original"  # в первоначальном: in that budget, and not since then
    EDITION = "edition"  # stands beside a decision's number or date and names no line then
    DECISION = "decision"  # a noun for any decision
    PAPER = "paper"  # документ, a noun for a decision beside its number alone
    NUMBER_SIGN = "number-sign"  # под номером, between a noun for a decision and its digits
    AMENDMENT = "amendment"  # a noun for one that changes the budget
    VERSION = (
        "version"  # a noun for what several decisions made, after two of them: `первый и последний бюджет`
    )
    PREVIOUS = "previous"  # before such a noun: the decision before
    NEXT = "next"
    SINCE_START = "since-start"  # of the year: all decisions together
    SINCE = "since"  # с, before a month
    SINCE_FOLLOWS = "since-follows"  # бері, after one
    UP_TO = "up-to"  # к, before a month: as its beginning found the budget
    UP_TO_FOLLOWS = "up-to-follows"  # дейін, after one
    AND_AFTER = "and-after"  # после, behind such a month and `и`: both sides of it
    AND_AFTER_FOLLOWS = "and-after-follows"  # кейін, the same behind дейін
    AHEAD = "ahead"  # до, before a decision's number: as it was before that decision
    AHEAD_FOLLOWS = "ahead-follows"  # дейін, behind one
    AS_OF = "as-of"  # на, before a day: as it was on that day
    AS_OF_FOLLOWS = "as-of-follows"  # жағдай бойынша, behind one
    UP_TO_END = "up-to-end"  # на конец, before one
    UP_TO_END_FOLLOWS = "up-to-end-follows"  # соңына, after one
    SPRING = "spring"  # весной: the decisions that were adopted in it
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"
    QUARTER = "quarter"  # квартал, after its number
    HALF_YEAR = "half-year"
    YEAR_END = "year-end"  # as the last decision of the year left it
    NOT_ALONE = "not-alone"  # names a month only beside another word: наурыз is a feast too
    BARE_MONTH = "bare-month"  # апрель, behind what a message names
    YEAR = "year"  # жылы, after a year
    YEAR_OF_TWO = "year-of-two"  # году, after a year of two digits
    YEARS_SINCE = "years-since"  # с, before the first of several years
    YEARS_UNTIL = "years-until"  # по, between the first of them and the last
    YEARS_UNTIL_FOLLOWS = "years-until-follows"  # дейін, after the last
    WHICH_YEAR = "which-year"  # в каком году, beside a word that compares
    BEFORE_YEAR = "before-year"  # на, before a year: `на 15-й`
    YEAR_ENDING = "year-ending"  # й, behind the digits of one: `на 15й`
    YEAR_GLUED = "year-glued"  # г, right behind them: `14г`
    THIS_YEAR = "this-year"
    LAST_YEAR = "last-year"
    NEXT_YEAR = "next-year"
    YEAR_BEFORE_LAST = "year-before-last"
    IN_TWO_YEARS = "in-two-years"
    IN_THREE_YEARS = "in-three-years"
    # what only stands around
    CODE = "code"  # the classification's own word between typed codes
    GOES_ON = "goes-on"  # joins a message to the one before
    GOES_ON_BEHIND = "goes-on-behind"  # the same at its end: мәдениет ше
    HEAD = "head"  # налог, beside what tells which: said once of several lines
    OR = "or"  # stands between lines of which one is asked to be the larger
    WITH = "with"  # с, between lines that are compared or summed
    AMONG = "among"  # между, before or after both of them
    IN_WHOLE = "in-whole"  # в казне, beside lines that are compared: names none
    ONESELF = "oneself"  # себе, beside who decides: that office is the line
    OCCASION = "occasion"  # раз, behind `последний`: a decision, and no line of a list
    TIMES = "times"  # во сколько раз
    EXCEEDS = "exceeds"  # превышает, between two lines
    NOT_MORE = "not-more"  # begins or ends as if it compared: көп балалы
    AGAINST = "against"  # чем, before the line that another is compared with
    AGAINST_FOLLOWS = "against-follows"  # қарағанда, after it
    SUM = "sum"  # вместе, of lines that are named side by side
    AMOUNT_OF = "amount-of"  # сумма, before one line: how much it is, and no sum of lines that fit
    TOTAL = "total"  # всего, the same of several lines; of one it asks only how much it is
    PARTICLE = "particle"  # ме, after each of two lines: білім бе, спорт па
    IN_TURN = "in-turn"  # сначала, before the first of several lines and `then`
    THEN = "then"  # затем, between two of them
    BETWEEN = "between"  # stands between lines that are named side by side
    AND = "and"  # joins two words of one name as well: культура и спорт
    SPEAKER = "speaker"  # who asks
    SPEAKER_FOLLOWS = "speaker-follows"  # как, before who asks
    SPEAKER_PRECEDES = "speaker-precedes"  # ретінде, after who asks
    ASKS = "asks"  # спрашивает, after who asks
    NOTHING = "nothing"  # sounds like a word that asks and names a thing; of two words, the first does


CHANGES = (
    Asks.CHANGE,
    Asks.RISE,
    Asks.CUT,
    Asks.ADD,
    Asks.REMOVE,
    Asks.ENTER,
    Asks.APPEAR,
    Asks.VANISH,
    Asks.NEWS,
    Asks.ZERO,
    Asks.SAME,
)
"""What asks of a change, in whichever direction."""
