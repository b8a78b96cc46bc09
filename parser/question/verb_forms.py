"""Forms of a verb by rule: what follows its stem in any tense, voice, person and participle.

The lists of words that ask give a verb by its stem with `~`: `қос~` is қосты, қосылған, қосылып and қоспады,
`добав~` is добавили, добавленный and добавление. Nouns that begin so (`қосымша`) are none of its forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parser.records import Language

# All as words sound (`parser.text.folding.sound`): ы and і are i, ғ is g, қ is k, ң is n, and a doubled
# letter is one.
_KAZAKH = re.compile(
    r"""
    (?: i?l | i?n | is | [dt]ir | g[iu]z | k[iu]z | t | it ){0,3}  # voice: қос-ыл, арт-тыр-ыл, нақтыла-н
    (?: [mbp] [ae] )?  # negation: өс-пе
    (?:
        [dt]i (?: niz (?: d[ae]r )? | nder | ndar )?  # өс-ті, қос-тыңыз, бөл-діңіздер
        | [gk] [ae] n (?: d[ae]r )? (?: i | im | in | imiz | iniz )?  # өс-кен, қос-ыл-ған-ы
          (?: m[ae] | d?i | ni | n?in | n?d[ae] (?: gi )? | n?[ae] | [gk][ae] | n?[dt][ae]n | d[ae]i )?
        | i?p (?: ti (?: ma | me | n | niz | mn )? )?  # өс-іп, қос-ып-ты
        | [aei] (?: di | tin (?: i | in | der | dar )? | miz | si[zn] (?: d[ae]r )? | r )  # өс-еді, қос-атын,
          # бөл-есің, бер-есіздер
        | s [ae] (?: k | m | n | niz )?  # өс-се
        | [mbp] [ae] k (?: wi )?  # қос-пақ, қыс-қар-т-пақ-шы
        | ud [ae]  # бөлін-у-де: it is being done
    )
    """,
    re.VERBOSE,
)
_ADJECTIVE = (
    "(?: a | o | i | ii | aia | oe | ie | ogo | omu | im | ih | imi | om | oi | uiu | ei | u | ie | iu )?"
)
_RUSSIAN = re.compile(
    rf"""
    (?: [aei] | ia | [il]?iva | l?ia | l | ova | u | nu )?  # добав-и, добав-ля, порез-а
    (?:
        l (?: a | o | i )? (?: s | sia )?  # добави-л, снизи-ли-сь
        | t | cia  # добави-ть, снизи-ться
        | v (?: wi | wis )?  # добави-в
        | [ae]? n {_ADJECTIVE}  # добавл-ен, добавл-енн-ых
        | t {_ADJECTIVE}  # сня-т, сня-т-ые
        | v?w {_ADJECTIVE} (?: sia )?  # вырос-ш-ий, добави-вш-ий
        | (?: u | iu | et | it | at | iat | ut | iut | iw | ew | im | em ) (?: s | sia )?  # добав-ит
        | [aie]?ni (?: e | ia | iu | em | i | iam | iami | iah )  # добавл-ени-е
    )
    """,
    re.VERBOSE,
)
_FORMS: Mapping[Language, re.Pattern[str]] = {Language.KK: _KAZAKH, Language.RU: _RUSSIAN}


_DENIED = re.compile(r"[^mbp][mbp][ae](?:di|[gk][ae]n)")  # өс-пе-ді, қос-ыл-ма-ған, but no қабыл-да-ды


def is_denied(spoken: str) -> bool:
    """Whether a Kazakh form of a verb says that something did not happen.

    >>> [is_denied(spoken) for spoken in ("ozgermedi", "ozgerdi")]
    [True, False]

    Args:
        spoken: the form, as it sounds.
    """
    return _DENIED.search(spoken) is not None


def is_form(language: Language, stem: str, rest: str) -> bool:
    """Whether a word is a form of a verb.

    >>> is_form(Language.KK, "kos", "ilgan")
    True
    >>> is_form(Language.KK, "kos", "imwa")
    False

    Args:
        language: of the verb.
        stem: its stem, as it sounds.
        rest: what follows it in the word, as it sounds.
    """
    forms = _FORMS[language]
    # Of арт-ты the two letters are one as they sound.
    return forms.fullmatch(rest) is not None or forms.fullmatch(stem[-1] + rest) is not None
