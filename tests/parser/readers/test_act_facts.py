"""The parts of an act of the open archive, and the facts that stand beside its text."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from bot.loading import list_files
from bot.operator.file_remarks import finding_text
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.errors import ParseError
from parser.kinds import FindingKind, ParseErrorKind
from parser.parse import parse_file, parse_raw
from parser.readers.act_facts import FactsError, parse_facts
from parser.readers.act_files import assemble
from parser.readers.files import as_raw
from parser.records import DecisionKind, Finding, Language
from tests.parser import archive_sample as sample
from tests.parser.act_texts import differing, languages, raw, understood
from tests.parser.archive_sample import JULY, ORIGINAL

KK, RU = Language.KK, Language.RU


class TestParts:
    """A long text is cut; its beginning lists the parts."""

    @languages
    def test_a_text_in_parts_is_the_whole_text(self, language: Language) -> None:
        first, *parts = sample.in_parts(JULY, language).items()
        beside = {name.removesuffix(".md").replace("/", "__"): text for name, text in parts}
        whole = parse_raw(raw(first[1], meta=sample.meta(JULY), **beside))
        assert understood(whole) == understood(sample.parsed(JULY, language))

    def test_a_part_that_is_not_there_is_told(self) -> None:
        first = sample.in_parts(JULY, RU)["rus.md"]
        with pytest.raises(ParseError) as caught:
            raw(first, rus__sec001="текст")
        assert (caught.value.kind, caught.value.values) == (
            ParseErrorKind.PART_MISSING,
            {"part": "rus/an003.md"},
        )

    def test_a_part_with_bytes_that_are_no_letters_is_told_by_its_place(self) -> None:
        files = {"rus/sec001.md": "первая\nвто".encode() + b"\xff\xff", "rus/an003.md": b"\n"}
        with pytest.raises(ParseError) as caught:
            assemble(as_raw("rus.md", sample.in_parts(JULY, RU)["rus.md"].encode()), files.get)
        error = caught.value
        assert (error.kind, error.file, str(error.at)) == (
            ParseErrorKind.ENCODING,
            "rus.md/rus/sec001.md",
            "line 2",
        )

    def test_what_belongs_to_a_text_is_no_file_to_load(self, tmp_path: Path) -> None:
        act = tmp_path / "2019" / "0104-o-biudzhete-128266"
        (act / "rus").mkdir(parents=True)
        for name in ("rus.md", "meta.yaml", "rus/sec001.md"):
            (act / name).write_text("# О бюджете", encoding="utf-8")
        assert list_files([tmp_path]) == [act / "rus.md"]

    def test_no_link_leads_out_of_the_folder(self, tmp_path: Path) -> None:
        act, outside = tmp_path / "act", tmp_path / "secret.md"
        act.mkdir()
        outside.write_text("тайна", encoding="utf-8")
        (act / "rus").symlink_to(tmp_path, target_is_directory=True)
        (act / "meta.yaml").symlink_to(outside)
        (act / "rus.md").write_text("# О бюджете\n\n## Части\n[а](rus/secret.md)", encoding="utf-8")
        with pytest.raises(ParseError) as caught:
            parse_file(act / "rus.md")
        assert caught.value.kind is ParseErrorKind.PART_MISSING


class TestFacts:
    """Facts complete a text and are compared with it."""

    @pytest.mark.parametrize(
        ("old", "new", "fact", "in_facts"),
        [
            ("  rus: Об утверждении", "  rus: О бюджете", "title", "О бюджете бюджета сельского округа «Дөң» на 2019-2021 годы"),
            ("2019 года № 276.", "2019 года № 277.", "decision", "№ 277 2019-01-04"),
            ("4 января 2019 года № 276.", "5 января 2019 года № 276.", "decision", "№ 276 2019-01-05"),
            ("Решение Хромтауского районного", "Решение Байзакского районного", "council", "Байзақ ауданы"),
        ],
    )  # fmt: skip
    def test_a_difference_is_found(self, old: str, new: str, fact: str, in_facts: str) -> None:
        meta = sample.meta(ORIGINAL)
        assert old in meta
        parsed = parse_raw(raw(sample.text(ORIGINAL, RU), meta=meta.replace(old, new)))
        [(kind, values), *others] = differing(parsed)
        assert (kind, values["fact"], values["in_facts"]) == (FindingKind.FACT_DIFFERS, fact, in_facts)
        days = {"stated": "2019-01-04", "taken": "2019-01-05"}  # `approved_on` beside the requisite
        assert others == ([(FindingKind.ADOPTED_DIFFERS, days)] if "5 января" in new else [])
        number = "277" if "277" in new else "276"
        assert parsed.decision.number == number

    @languages
    def test_each_fact_is_told_in_its_own_words(self, language: Language) -> None:
        texts = load_operator_texts(OperatorLanguage(language.value))
        said = {
            finding_text(
                Finding(FindingKind.FACT_DIFFERS, None, {"fact": fact, "in_text": "а", "in_facts": "б"}),
                texts,
            )
            for fact in ("title", "council", "decision", "registration")
        }
        assert len(said) == 4

    def test_a_registration_that_the_text_gives_otherwise_is_found(self) -> None:
        line = "Решение Хромтауского районного маслихата от 4 января 2019 года № 276. Зарегистрировано № 3-12-199\n\n"
        text = sample.text(ORIGINAL, RU).replace("В соответствии", line + "В соответствии", 1)
        [(kind, values)] = differing(parse_raw(raw(text, meta=sample.meta(ORIGINAL))))
        assert (kind, values) == (
            FindingKind.FACT_DIFFERS,
            {"fact": "registration", "in_text": "3-12-199", "in_facts": "3-12-198"},
        )

    @languages
    def test_a_version_whose_notes_do_not_name_its_cause_is_a_redaction_and_told(
        self, language: Language
    ) -> None:
        # The facts of July beside the text of January: nothing in it says that it was changed.
        parsed = parse_raw(raw(sample.text(ORIGINAL, language), meta=sample.meta(JULY)))
        assert parsed.decision.kind is DecisionKind.REDACTION
        assert [ref.number for ref in parsed.decision.amended_by] == ["352"]
        assert differing(parsed) == [(FindingKind.CAUSE_NOT_IN_TEXT, {"number": "352", "date": "2019-07-31"})]

    @pytest.mark.parametrize(
        ("stated", "requisite", "kind", "values"),
        [
            ("2019-01-05", True, FindingKind.ADOPTED_DIFFERS, {"stated": "2019-01-05", "taken": "2019-01-04"}),
            # Without a requisite the text's own day is taken, and compared as well.
            ("2019-01-05", False, FindingKind.ADOPTED_DIFFERS, {"stated": "2019-01-05", "taken": "2019-01-04"}),
            ("04.01.2019", True, FindingKind.FACTS_UNREAD, {"reason": "04.01.2019"}),
        ],
    )  # fmt: skip
    def test_a_day_of_adoption_that_differs_or_is_none_is_told(
        self, stated: str, requisite: bool, kind: FindingKind, values: dict[str, object]
    ) -> None:
        meta = sample.meta(ORIGINAL).replace("approved_on: 2019-01-04", f"approved_on: {stated}")
        if not requisite:
            meta = re.sub(r"(?m)^requisite: .*\n", "", meta)
        parsed = parse_raw(raw(sample.text(ORIGINAL, RU), meta=meta))
        assert differing(parsed) == [(kind, values)]
        assert parsed.decision.date == dt.date(2019, 1, 4)

    @languages
    def test_who_ended_an_act_is_no_amendment_of_it(self, language: Language) -> None:
        ended = "Хромтауского районного маслихата Актюбинской области от 31 июля 2019 года № 352"
        by = {
            KK: "> *Ескерту. Күші жойылды - Ақтөбе облысы Хромтау аудандық мәслихатының 31.07.2019 № 352 шешімімен.*",
            RU: "> *Сноска. Утратило силу решением Хромтауского районного маслихата Актюбинской области от 31.07.2019 № 352.*",
        }[language]
        whole = sample.text(ORIGINAL, language)
        noted = whole.replace("\n\n", f"\n\n{by}\n\n", 1)
        said = f"{sample.meta(JULY)}repealed_by:\n  code: '133972'\n  requisite: Решение {ended}\n"
        for text, meta in ((noted, sample.meta(JULY)), (whole, said)):
            parsed = parse_raw(raw(text, meta=meta))
            assert (parsed.decision.amended_by, parsed.made_by, differing(parsed)) == ((), None, [])
        # A clause that ended is a change of the act.
        part = {KK: "3-тармақтың күші жойылды", RU: "Пункт 3 утратил силу"}[language]
        of_part = noted.replace({KK: "Күші жойылды", RU: "Утратило силу"}[language], part)
        parsed = parse_raw(raw(of_part, meta=sample.meta(JULY)))
        assert [ref.number for ref in parsed.decision.amended_by] == ["352"]

    def test_several_causes_may_be_listed(self) -> None:
        meta = sample.meta(JULY)
        head, cause = meta.split("caused_by:\n")
        may = cause.replace("31 июля 2019 года № 352", "22 мая 2019 года № 318").replace("133972", "133000")
        listed = "".join(f"- {each.strip()}\n" for each in (may, cause))
        parsed = parse_raw(raw(sample.text(JULY, RU), meta=f"{head}caused_by:\n{listed}"))
        pages = {ref.number: ref.url for ref in parsed.decision.amended_by}
        assert pages["318"] == "https://zan.gov.kz/client/#!/doc/133000/rus"
        assert pages["352"] == "https://zan.gov.kz/client/#!/doc/133972/rus"

    def test_a_cause_of_the_other_language_alone_is_no_finding(self) -> None:
        meta = sample.meta(JULY).replace("  rus: 2019-07-31", "  rus: 2019-01-04")
        parsed = parse_raw(raw(sample.text(ORIGINAL, RU), meta=meta))
        assert ([ref.number for ref in parsed.decision.amended_by], differing(parsed)) == (["352"], [])

    def test_a_text_without_any_name_of_its_decision_needs_the_facts(self) -> None:
        text = re.sub(r"^> .*\n", "", sample.text(ORIGINAL, RU), flags=re.MULTILINE)
        with pytest.raises(ParseError) as caught:
            parse_raw(raw(text))
        assert caught.value.kind is ParseErrorKind.NO_DECISION
        parsed = parse_raw(raw(text, meta=sample.meta(ORIGINAL)))
        assert (parsed.decision.number, len(parsed.editions)) == ("276", 3)

    def test_facts_that_cannot_be_read_are_told_and_the_text_is_read(self) -> None:
        parsed = parse_raw(raw(sample.text(ORIGINAL, RU), meta="title: [unclosed"))
        assert [kind for kind, _ in differing(parsed)] == [FindingKind.FACTS_UNREAD]
        assert parsed.decision.number == "276"

    def test_an_act_of_the_facts_without_number_and_date_is_told(self) -> None:
        meta = re.sub(r"(?m)^(  requisite: ).*", r"\1Изменения без номера", sample.meta(JULY))
        parsed = parse_raw(raw(sample.text(JULY, RU), meta=meta))
        assert differing(parsed) == [(FindingKind.FACTS_UNREAD, {"reason": "Изменения без номера"})]
        assert [ref.number for ref in parsed.decision.amended_by][-1] == "352"  # the notes name it

    @pytest.mark.parametrize(
        "text",
        [
            "- list", "just words", "", "a: b: c", "\x00", "&a [*a", "x: " + "[" * 5_000, "a: 1\n" * 100_000,
            "a: !!python/object/apply:os.system [id]\n--- b",
        ],
    )  # fmt: skip
    def test_what_is_no_table_of_facts_is_refused(self, text: str) -> None:
        with pytest.raises(FactsError):
            parse_facts(text)

    def test_nothing_is_built_of_tags_and_aliases(self) -> None:
        bomb = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
            f"{new}: &{new} [{', '.join(['*' + old] * 8)}]\n"
            for old, new in zip("abcdefgh", "bcdefghi", strict=True)
        )
        facts = parse_facts(
            bomb + "act_code: !!python/object/apply:os.system ['exit 1']\nrequisite: !!int Решение № 5\n"
        )
        assert (facts.act.code, facts.act.requisite) == (None, "Решение № 5")

    def test_only_addresses_of_the_web_and_real_dates_are_facts(self) -> None:
        facts = parse_facts(
            "source: {rus: 'javascript:alert(1)', kaz: https://zan.gov.kz/1}\nversion_date: {rus: 2019-02-30, kaz: 2019-01-04}\n"
            "caused_by: {code: '5', link: 'file:///etc/passwd'}\n"
        )
        assert facts.urls == {KK: "https://zan.gov.kz/1"}
        assert facts.version_dates == {KK: dt.date(2019, 1, 4)}
        assert [cause.url for cause in facts.causes] == [None]

    def test_a_fact_with_bytes_that_are_no_letters_is_no_fact_and_told(self) -> None:
        broken = (
            sample.meta(ORIGINAL)
            .encode()
            .replace("2019 года № 276".encode(), b"2019 \xd0 \xe2\x84\x96 277", 1)
        )
        text = as_raw("rus.md", sample.text(ORIGINAL, RU).encode())
        parsed = parse_raw(assemble(text, {"meta.yaml": broken}.get))
        assert differing(parsed) == [(FindingKind.FACTS_UNREAD, {"reason": "line 2: not UTF-8"})]
        assert parsed.decision.number == "276"  # as the captions say

    def test_a_text_is_called_after_its_act_and_version(self) -> None:
        for language, stem in ((KK, "kaz"), (RU, "rus")):
            named = raw(sample.text(JULY, language), meta=sample.meta(JULY))
            assert named.name == f"128266.2019-07-31.{stem}.md"
        for meta in ("act_code: ../etc\nversion_date: 2019-07-31", "act_code: 5", "[broken"):
            assert raw(sample.text(JULY, RU), meta=meta).name == "a.md"

    def test_the_hash_is_that_of_one_languages_version(self) -> None:
        text, meta = sample.text(ORIGINAL, RU), sample.meta(JULY)
        other = meta.replace("kaz: 2019-07-31", "kaz: 2019-05-22").replace("caused_by", "was_caused_by")
        assert raw(text, meta=meta).sha256 == raw(text, meta=other).sha256
        for changed in (
            meta.replace("rus: 2019-07-31", "rus: 2019-05-22"),
            meta.replace("'128266'", "'128267'"),
        ):
            assert raw(text, meta=changed).sha256 != raw(text, meta=meta).sha256
        assert raw(text).sha256 == as_raw("a.md", text.encode()).sha256
