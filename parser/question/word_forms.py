"""The forms of words by their endings, as words sound: what stands in which case, and what a verb denies.

A form tells how a word is meant, never which word it is: `мектептерге` and `білімге` are both for something.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d]+(?:-[^\W\d]{1,4}(?!\w))?")  # ТКШ-ға is one
TOGETHER = re.compile("...[pmb]en$")  # of a Kazakh word: спортпен
ABLATIVE_ENDING = re.compile("[dtn][ae]n$")  # of any Kazakh word, also of an amount: миллионнан
ABLATIVE = re.compile("..." + ABLATIVE_ENDING.pattern)  # балабақшадан, and no short word that only ends so
LOCATIVE = re.compile("..[dt][ae]$")  # of a Kazakh noun: мәдениетте
LOCATIVE_OF_TIME = re.compile("..[dt][ae](?:gi)?$")  # of a Kazakh month: шілдеде, шілдедегі
LOCATIVE_AS_ADJECTIVE = re.compile("..[dt][ae]gi$")  # of what is in a Kazakh noun: білім берудегі
OF_WHAT_WAS = re.compile("[dt][ae][gk]i[dtnmbp][ae]n$")  # a Kazakh word of what was then: сәуірдегіден
DATIVE_ENDING = re.compile("[gk][ae]$")  # of a number, an amount, a fraction: миллионға, бірге
DATIVE = re.compile("...(?:[gkq][ae]|n[ae])$")  # of a Kazakh noun: мектепке
DATIVE_OF_DEED = re.compile("..ug[ae]$")  # of a Kazakh verb, and not of `су`: алуға, жөндеуге
DATIVE_OF_BODY = re.compile("..[ieu]$")  # of a Russian noun: области, республике, центру
LOCATIVE_OF_BODY = re.compile("..[ie]$")  # of one behind `в`: в республику is no place to be in
GENITIVE = re.compile("...[dtn]in$")  # шығындарының
PLURAL = re.compile("..[ldt]er(?:i)?$|..[ldt]ar(?:i)?$")  # a noun that is named: мектептер, түсімдері
COLLECTIVE = re.compile("(?P<stem>.+)[ae]u(?:i.*)?")  # how many there are together: екеу, үшеуін, алтауы
THEIRS = re.compile("[^ ]{2,}[ndt]iki$")  # whose it is, of a name said before: жердікі, of a tax
WISH = re.compile("..[sc]in(?:d[ae]r)?$")  # a Kazakh verb that wishes: өссін, берсін
OF_US = re.compile("(?:[mpb]i[nz]|[dt]i[mk])$")  # a Kazakh verb of I and we: отырмыз
OF_US_RUSSIAN = re.compile("..[ei]m$")  # a Russian verb of we: платим, возвращаем
INFINITIVE = re.compile("[ae]u$")  # a Kazakh verb that names what is done: ақтау
# The past that somebody was told of, with what asks behind it (бөлініпті, қосыпты ма); and the plain past.
TOLD = re.compile(r"(?P<stem>\w{2,}?)i?pti(?:m[ae]|n|niz)?")
PAST = ("di", "ti", "i", "gen", "gan", "ken", "kan")
_DENIES = "(?:[aeoiulr]m|[mnz]b|[ptskhwjg]p)[ae]"  # how a Kazakh verb denies, before its ending
# A verb that denies: өспеді, бөлінбеген, аспайды; көбейді is none.
NEGATED = re.compile(f"{_DENIES}(?:i?d[ie](?:k|m)?|g[ae]n.*|id[ie]|pt[ie]|s|itin.*)$")
NEGATED_BESIDE = re.compile(f"{_DENIES}i$")  # before the verb that ends the sentence: кірмей қалды
# Of a Russian adjective: it counts things, and no city: малообеспеченных.
GENITIVE_PLURAL = re.compile("....ih(?:sia)?$")
COUNTED_PLURAL = re.compile("..(?:ei|[eo]v)$")  # of a Russian noun behind a number: семей, домов
NEUTER = re.compile("[onw]e$")  # of a Russian adjective: прошлое, предыдущее
# Of a Kazakh adjective that stands for its noun: алдыңғысында, келесісі, өткенде.
OF_THOSE = re.compile("(?:s?i(?:nd[ae])?|d[ae])$")
