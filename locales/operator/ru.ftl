### Что командная строка говорит оператору, по-русски.

## Места в файле

place-line = строка { NUMBER($number, useGrouping: 0) }
place-row = ряд { NUMBER($number, useGrouping: 0) }
place-paragraph = абзац { NUMBER($number, useGrouping: 0) }
place-table = таблица { NUMBER($number, useGrouping: 0) }
place-page = страница { NUMBER($number, useGrouping: 0) }
place-sheet = лист { NUMBER($number, useGrouping: 0) }

## Что сказать о прочитанном файле

label-decision = решение
label-council = маслихат
label-registered = регистрация
label-amends = меняет
label-budget = бюджет
label-in-force-from = действует с
label-title = название
label-clause = пункт { $clause }
label-edition = редакция
label-discrepancy = расхождение
label-discrepancies = расхождения
label-warning = сомнение
label-set-aside = отложено
label-table = таблица
parsed-decision = { $decision }, { $kind ->
    [original] первоначальное
    [amendment] изменяющее
   *[redaction] в редакции с изменениями
}
parsed-untied = строка не определена
parsed-edition = { $place }, { NUMBER($year, useGrouping: 0) } год, { $appendix ->
    [none] приложение без номера
   *[other] приложение { $appendix }
}, { $language ->
    [kk] на казахском
   *[ru] на русском
}: { $count ->
    [one] { $count } строка
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строк
}, единица — { NUMBER($unit, useGrouping: 0) } тенге
parsed-no-discrepancies = нет: каждая строка равна сумме своих, все равенства выполняются
set-aside = { $appendix ->
    [none] приложение без номера
   *[other] приложение { $appendix }
}: { $reason ->
    [programs] перечень программ
    [protected] защищённые программы
    [land] продажа земли
    [transfers] трансферты
    [no-expenditure] бюджет без затрат
    [execution] исполнение бюджета, а не план
    [no-plan] проект, прогноз, заявка, смета или одни изменения, а не план
    [other-place] бюджет другого места, не этого маслихата
    [year] таблица на год, которого в этом бюджете нет
    [changed-rows] только изменённые строки, а не весь бюджет
    [several-places] таблица нескольких мест вместе
    [other-decision] таблица другого решения
    [column] суммы, о которых не сказано, что это бюджет
    [unit] бюджет, единица сумм которого неясна
   *[other] не бюджет
}, «{ $title }»

## Места, прочитанные с сомнением

finding-amount-missing = у строки «{ $name }» ({ $path }) сумма не напечатана; строка не взята
finding-digits-oddly-spaced = пробелы между цифрами { $printed } стоят необычно; прочитано как одно число
finding-cells-unsure = у строки «{ $name }» не наверняка определены её ячейки или её место
finding-levels-unsure = уровни строк раздела { $section } определены не наверняка
finding-row-set-aside = строка без кода не входит в структуру бюджета: { $printed }
finding-row-hidden = строка скрыта и не прочитана: { $printed }
finding-row-lost = под «{ $name }» ({ $path }), похоже, потеряна строка: у всех остальных таких строк она есть
finding-row-repeated = строка «{ $name }» ({ $path }) стоит дважды
finding-signs-differ = у «{ $name }» ({ $path }) другой знак, чем у строки, в которую она входит
finding-name-slipped = название «{ $name }» стоит при коде { $path }, который в других таблицах решения — «{ $usual }»: похоже, названия сдвинуты относительно кодов и сумм
finding-name-unlike-editions = название «{ $name }» стоит при коде { $path }, который в других редакциях бюджета на { NUMBER($year, useGrouping: 0) } год — «{ $usual }»: похоже, названия сдвинуты относительно кодов и сумм
finding-code-unsure = код строки «{ $name }» прочитан с картинки по-разному: { $codes }
finding-name-unsure = название «{ $name }» прочитано с картинки не наверняка
finding-name-in-other-language = название «{ $name }» напечатано только на другом языке
finding-names-in-both-languages = в таблице названия напечатаны на двух языках; взяты { $language ->
    [kk] казахские
   *[ru] русские
}
finding-table-twice = вторая таблица: { $budget_place }, { NUMBER($year, useGrouping: 0) } год
finding-table-in-both-languages = таблица на двух языках в одном файле: { $budget_place }, { NUMBER($year, useGrouping: 0) } год; взяты обе
finding-table-unclosed = таблица не закрыта: где она кончается, определено по следующей; последние строки могли потеряться
finding-titled-as-no-budget = по заголовку это { $reason ->
    [programs] перечень программ
    [protected] защищённые программы
    [land] продажа земли
    [transfers] трансферты
   *[other] не бюджет
}, но напечатано как бюджет
finding-thousands-or-decimals = знак в сумме { $printed } отделяет тысячи или дробную часть — это решено по итогам, которые сходятся не все
finding-scanned = прочитано с картинки: сумм, подтверждённых итогами, — { $proved }, не подтверждённых — { $unproved }
finding-unit-in-amounts = у сумм стоит «тенге» ({ $printed }), а в заголовке — тысячи или миллионы тенге: взято по заголовку
finding-unit-assumed = единица не напечатана; приняты тысячи тенге
finding-units-differ = у частей таблицы названы разные единицы, одна из них — { NUMBER($tenge) } тенге; таблица не прочитана
finding-column-no-budget = { $label ->
    [none] ни одна подпись не говорит
   *[other] подпись «{ $label }» не говорит
}, что в этом столбце сумм — бюджет; таблица не прочитана
finding-column-unknown = подпись «{ $label }» над суммами незнакома: столбец прочитан как бюджет
finding-several-places = в заголовке названо несколько мест, у каждого из которых свой бюджет: «{ $title }»; таблица не прочитана
finding-other-decision = таблица — приложение к решению № { $number } от { $date }, а в файле другое решение; таблица не прочитана
finding-stamp-differs = над таблицей названо решение № { $number } от { $date }; она прочитана как приложение к решению этого файла
finding-unit-contradicted = над суммами — { NUMBER($printed, useGrouping: 0) } тенге в единице, а по суммам в тексте решения — { NUMBER($told, useGrouping: 0) }; таблица не прочитана
finding-place-differs = в заголовке таблицы — { $title }, а решение принял маслихат другого места: { $council }; таблица не прочитана
finding-year-outside = таблица на { NUMBER($year, useGrouping: 0) } год, а бюджет принят на { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) }; таблица не прочитана
finding-year-unlikely = таблица на { NUMBER($year, useGrouping: 0) } год, а решение о ней — от { $date }: для плана такой год не подходит
finding-changed-rows = в таблице на { NUMBER($year, useGrouping: 0) } год только изменённые строки: какими стали остальные, она не говорит; таблица не прочитана
finding-unit-from-text = единица не напечатана; по цифрам текста она — { NUMBER($tenge) } тенге
finding-unit-of-header = в заголовке таблицы — { NUMBER($printed, useGrouping: 0) } тенге в единице, а строкой выше — { NUMBER($above, useGrouping: 0) }; прочитано по заголовку
finding-unit-unknown = единица не напечатана и по тексту не видна, а другие таблицы решения — не в тысячах; бюджет на { NUMBER($year, useGrouping: 0) } год не прочитан
finding-year-from-appendix = год не напечатан; { NUMBER($year, useGrouping: 0) } определён по номеру приложения
finding-year-untold = год не напечатан, а у бюджета меньше лет, чем номер приложения ({ $appendix }); таблица не прочитана
finding-years-differ = в заголовке — { NUMBER($year, useGrouping: 0) } год, над суммами — { NUMBER($other, useGrouping: 0) } год: взято по заголовку
finding-kind-assumed = нигде не сказано, что решение утверждает или меняет бюджет; оно прочитано как первоначальное
finding-amended-decisions-differ = в заголовке названо № { $title_number }{ $title_date ->
    [none] { "" }
   *[other] { " от " }{ $title_date }
}, в пункте — № { $clause_number }{ $clause_date ->
    [none] { "" }
   *[other] { " от " }{ $clause_date }
}
finding-amendment-not-later = № { $number } меняет решение, которое не старше его
finding-date-impossible = такого дня нет: { $printed }; дата взята из другого места текста, где она там есть
finding-decision-dated-twice = у № { $number } две даты: { $first_date } и { $second_date }
finding-decision-undated = № { $number } не вошло в историю: его дата не названа
finding-footnote-out-of-order = решения в сноске стоят не по порядку дат
finding-note-not-understood = над таблицей названо решение № { $number } от { $date }; что оно в ней изменило, не понято; таблица отнесена к решению до него
finding-fact-differs = { $fact ->
    [council] маслихат назван в тексте
    [decision] номер или дата решения в тексте
    [registration] номер регистрации в тексте
   *[title] заголовок в тексте
} «{ $in_text }», а в сведениях рядом с ним — «{ $in_facts }»; взято из сведений
finding-facts-unread = сведения рядом с текстом не читаются: { $reason }
finding-adopted-differs = днём принятия рядом с текстом указано { $stated }, а решение — от { $taken }; взято { $taken }
finding-change-unplaced = эта сноска говорит, что акт изменён решением № { $number } от { $date }, но не говорит, какая его часть: изменило ли оно таблицу, неизвестно, и каждая отнесена к решению до него
finding-cause-not-in-text = по сведениям, эта редакция — из-за № { $number } от { $date }, но ни одна сноска текста его не называет
finding-changed-without-note = таблица на { NUMBER($year, useGrouping: 0) } год ({ $budget_place }) не та, что в прошлой редакции, а ни одна сноска не говорит, кто её изменил; она отнесена к № { $number } от { $date }, из-за которого возникла эта редакция
finding-table-not-read = в этой редакции таблица на { NUMBER($year, useGrouping: 0) } год ({ $budget_place }) не прочитана
finding-table-absent = в этой редакции нет таблицы на { NUMBER($year, useGrouping: 0) } год ({ $budget_place }), а в другой она есть
finding-dash-or-minus = тире в «{ $printed }» может быть минусом, а может и не быть
finding-figure-is-no-amount = { $old } или { $new } — не сумма
finding-figure-oddly-spaced = пробелы в «{ $printed }» стоят необычно
finding-figure-untied = строка для суммы { THOUSANDS($amount) } тыс. тенге не определена
finding-figures-unpaired = заменяемых цифр { $old_count }, заменяющих { $new_count }
finding-text-unsure = числа этого абзаца прочитаны с картинки не наверняка: { $printed }
finding-thousands-left-out = в «{ $printed }» нет слова «тысяч», хотя во всём перечне оно есть
finding-thousands-left-out-but-table-agrees = в «{ $printed }» нет слова «тысяч», хотя во всём перечне оно есть; в таблице стоит то же число в её единице

## Где документы расходятся; суммы в тысячах тенге

discrepancy-sum = { $path }: напечатано { THOUSANDS($printed) }, строки под ней дают { THOUSANDS($expected) } тыс. тенге
discrepancy-total = { $path }: напечатано { THOUSANDS($printed) }, строки раздела дают { THOUSANDS($expected) } тыс. тенге
discrepancy-net_lending = { $path }: напечатано { THOUSANDS($printed) }, кредиты без погашения дают { THOUSANDS($expected) } тыс. тенге
discrepancy-financial_assets = { $path }: напечатано { THOUSANDS($printed) }, покупки без продаж дают { THOUSANDS($expected) } тыс. тенге
discrepancy-deficit = { $path }: напечатано { THOUSANDS($printed) }, по разделам выше выходит { THOUSANDS($expected) } тыс. тенге
discrepancy-financing = { $path }: напечатано { THOUSANDS($printed) }, по слагаемым выходит { THOUSANDS($expected) } тыс. тенге
discrepancy-text = { $path }: в тексте { THOUSANDS($printed) }, в таблице { THOUSANDS($expected) } тыс. тенге
discrepancy-summary = { $path }: напечатано { THOUSANDS($printed) }, бюджеты округов дают { THOUSANDS($expected) } тыс. тенге
discrepancy-section_missing = { $path }: раздела нет, в таблице нет ни одной его строки
discrepancy-total_missing = { $path }: итога нет; строки раздела дают { THOUSANDS($expected) } тыс. тенге
discrepancy-balance_missing = { $path }: строки нет{ $expected ->
    [none] { "" }
   *[other] ; по остальным она — { THOUSANDS($expected) } тыс. тенге
}
discrepancy-other_section = { $path }, { THOUSANDS($printed) } тыс. тенге: такого кода в разделе нет или он там уже есть; это может быть строка другого раздела
discrepancy-zero_code = { $path }, { THOUSANDS($printed) } тыс. тенге: код из одних нулей
discrepancy-above_parent = { $path }: напечатано { THOUSANDS($printed) }, больше строки, в которую она входит, — { THOUSANDS($expected) } тыс. тенге
discrepancy-language = { $path }: по-русски { THOUSANDS($printed) }, по-казахски { THOUSANDS($expected) } тыс. тенге
discrepancy-previous = { $path }: заменяется { THOUSANDS($printed) }, в прежней редакции { THOUSANDS($expected) } тыс. тенге
discrepancy-uncertain = { $found }; чтение рядом было неуверенным, ошибка может быть нашей
discrepancy-doubted = { $found }; { $doubt }
doubted-scanned = прочитано с картинки, сумма не подтверждена
doubted-unsure = прочитано неуверенно, сумма может относиться к соседней строке или к другому году
doubted-rows = { NUMBER($year, useGrouping: 0) } год, { $appendix ->
    [none] приложение без номера
   *[other] приложение { $appendix }
}: { $doubt }; { $count ->
    [one] { $count } строка
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строк
} ({ $rows })

## Таблицы, которые в двух файлах прочитаны с разным качеством

lost-in-reading = { $loss ->
    [sections] нет разделов: { $count }
    [skeleton] нет итогов или строк баланса, либо строки не в своём разделе: { $count }
    [sums] не сходятся суммы, которые в другом файле сходятся: { $count }
    [lines] строк меньше на { $count }
   *[doubts] строк, прочитанных с сомнением, больше на { $count }
}
dispute-kept = { NUMBER($year, useGrouping: 0) } год, { $language ->
    [kk] казахская
   *[ru] русская
}: остаётся таблица из { $file }. Этот файл прочитан хуже ({ lost-in-reading }); load --replace сохранит его всё равно
dispute-better = { NUMBER($year, useGrouping: 0) } год, { $language ->
    [kk] казахская
   *[ru] русская
}: заменила таблицу из { $file }, который прочитан хуже ({ lost-in-reading })
dispute-worse = { NUMBER($year, useGrouping: 0) } год, { $language ->
    [kk] казахская
   *[ru] русская
}: по --replace заменила таблицу из { $file }, хотя прочитана хуже ({ lost-in-reading })

## Почему файл не прочитан

parse-error-not-found = такого файла нет
parse-error-not-a-file = это не файл
parse-error-unreadable = файл не удаётся прочитать: { system-error }
parse-error-too-large = файл слишком велик для решения маслихата: { $bytes } байт, допускается { $most }
parse-error-empty = файл пуст
parse-error-binary = это не текст и не документ известного формата
parse-error-encoding = в этом месте текст не в UTF-8, не в UTF-16 и не в Windows-1251
parse-error-format = документы такого формата не читаются; сохраните его как DOCX, XLSX, HTML, PDF или простой текст
parse-error-no-text = на его страницах не удалось прочитать никакого текста
parse-error-needs-tesseract = это изображения страниц; их читает Tesseract с данными казахского и русского языков, а он здесь не установлен. В Debian и Ubuntu: apt install { $packages }
parse-error-picture-not-read = Tesseract не смог прочитать это изображение или читал слишком долго; отсканируйте страницу заново с 300 точками на дюйм
parse-error-needs-office = документы такого формата читаются через LibreOffice, а он здесь не установлен; установите его или сохраните документ как DOCX
parse-error-not-converted = LibreOffice не смог преобразовать его в DOCX; сохраните его как DOCX в программе, где он создан
parse-error-password = файл защищён паролем
parse-error-broken = файл повреждён
parse-error-no-documents = в архиве нет документов — только служебные файлы или ничего
parse-error-not-finished = процесс, который его читает, { $how ->
    [timeout] не закончил вовремя
   *[crash] прервался на нём
}
parse-error-part-missing = текст хранится в нескольких файлах, и части { $part } рядом нет
parse-error-uncomputed = значения формулы в этой ячейке нет в файле: откройте его в табличном редакторе, дайте ему пересчитать и сохраните снова
parse-error-declares-entities = в нём объявлен тип документа или сущности, чего в офисных файлах с решениями не бывает
parse-error-limit = в нём больше, чем бывает в решениях; до конца он не прочитан: { $counted ->
    [archives] архивов один в другом больше { $most }
    [attributes] атрибутов у тега больше { $most }
    [cell-letters] букв в ячейке больше { $most }
    [cells] ячеек больше { $most }
    [columns] столбцов больше { $most }
    [dots] точек в изображении больше { $most }
    [drawn-lines] начерченных линий больше { $most }
    [files] файлов больше { $most }
    [letters] букв больше { $most }
    [lines] строк больше { $most }
    [markup-bytes] байтов разметки больше { $most }
    [nesting] вложенность элементов больше { $most }
    [pages] страниц больше { $most }
    [paragraph-letters] букв в абзаце больше { $most }
    [paragraphs] абзацев больше { $most }
    [rows] рядов таблицы больше { $most }
    [style-rules] правила оформления проверялись больше { $most } раз
    [tags] тегов больше { $most }
    [times-unpacked] распаковывается больше чем в { $most } раз
   *[unpacked-bytes] распакованных байтов больше { $most }
}
parse-error-no-words = в нём нет текста ни на казахском, ни на русском
parse-error-no-budget = это не решение: в нём нет ни номера с датой, ни таблицы
parse-error-draft = это проект, а не принятое решение
parse-error-execution = это отчёт об исполнении бюджета, а не план
parse-error-no-table = решение № { $number } прочитано, но в нём нет ни таблицы, ни суммы, которую оно меняет
parse-error-appendix-absent = решение здесь излагает заново приложение { $appendix }, но таблицы его в файле нет
parse-error-tables-are-no-budget = { $count ->
    [1] единственная таблица — не бюджет:
   *[other] ни одна из таблиц ({ $count }) — не бюджет; первая из них здесь:
} { $reason ->
    [programs] по заголовку это перечень программ
    [protected] по заголовку это защищённые программы
    [land] по заголовку это продажа земли
    [transfers] по заголовку это трансферты
    [execution] по заголовку это исполнение бюджета, а не план
    [no-plan] по заголовку это проект, прогноз, заявка, смета или одни изменения, а не план
    [other-place] в её заголовке названо место не этого маслихата
    [year] она на год, которого у этого бюджета нет, или который уже прошёл
    [changed-rows] в ней только изменённые строки, а не весь бюджет
    [several-places] в её заголовке названо несколько мест
    [other-decision] она — приложение к другому решению
    [column] подпись над суммами не говорит, что это бюджет
    [unit] неясно, в каких единицах её суммы
   *[other] { $lack ->
        [amounts] ни в одной её строке нет суммы
        [sections] в ней не названы два раздела бюджета, такие как доходы и затраты
        [codes] в её строках нет кодов бюджетной классификации
       *[none] заголовок не называет её бюджетом
    }
}
parse-error-no-rows = ни одна строка этой таблицы не похожа на строку бюджета
parse-error-no-expenditure = таблица названа бюджетом, но затрат в ней нет: только поступления
parse-error-no-decision = в нём не названо решение с номером и датой
parse-error-no-place = не сказано, какой маслихат принял решение
parse-error-unnamed-place = не названо, чей это бюджет: сказано лишь, что сельского округа, села или посёлка
parse-error-no-year = не сказано, на какой год эта таблица
parse-error-unreadable-row = эту строку таблицы не удаётся разобрать
parse-error-unreadable-amount = эту сумму не удаётся прочитать
parse-error-rows-in-one = в одной ячейке { $count ->
    [one] { $count } сумма
    [few] { $count } суммы
   *[many] { $count } сумм
}: строки таблицы стоят в одной строке, и какой код и какое название к какой сумме, определить нельзя
parse-error-scanned-sum = прочитано с картинки, и итог не сходится: «{ $name }» — { THOUSANDS($amount) }, а по строкам под ним { THOUSANDS($expected) }; отсканируйте страницы чётче
parse-error-scanned-total = прочитано с картинки, и строки итога раздела { $section } не видно; отсканируйте страницы чётче
parse-error-scanned-head = номер или дата решения прочитаны с картинки по-разному: { $readings }; отсканируйте первую страницу чётче
parse-error-csv-keys-missing = в начале нашего CSV нет: { $keys }
parse-error-csv-key = в этой строке начала CSV нет ключа, он уже был выше или значений больше одного
parse-error-csv-value = в начале нашего CSV неверно указано { $key }
parse-error-csv-number-is-date = номер в { $key } электронная таблица превратила в дату: сделайте ячейку текстовой и впишите номер заново
parse-error-csv-columns = это не те столбцы, что должны быть в нашем CSV
parse-error-csv-row = эта строка не подходит к нашему CSV
parse-error-csv-quoting = в CSV нарушены кавычки
parse-error-csv-sheets = редакция в форме нашего CSV — это один лист: вынесите остальные в отдельные файлы

## Система и база данных

system-error = { $errno ->
    [EACCES] нет права доступа
    [EADDRINUSE] адрес занят
    [EADDRNOTAVAIL] такого адреса у этой машины нет
    [ECONNREFUSED] там никто не отвечает
    [EISDIR] это папка
    [ELOOP] это ссылка: укажите саму папку
    [ENOENT] такого файла нет
    [ENOSPC] диск заполнен
    [ENOTDIR] на месте папки стоит файл
    [EEXIST] на месте папки стоит файл
    [EROFS] запись туда невозможна
    [none] система не назвала причины
   *[other] { $errno }
}
several-decisions = решений № { $number } загружено несколько: { $found }. Уточните с помощью --place или --date
database-error = базой данных нельзя пользоваться: { $reason }
driver-error = { $code ->
    [SQLITE_BUSY] в неё пишет другая программа
    [SQLITE_CANTOPEN] её файл не открывается
    [SQLITE_CORRUPT] её файл повреждён
    [SQLITE_FULL] диск заполнен
    [SQLITE_NOTADB] её файл — не база данных
    [SQLITE_READONLY] её файл доступен только для чтения
    [none] { $said }
   *[other] { $code }, { $said }
}
engine-error-driver-missing = для такой базы нужен пакет { $package }: .venv/bin/python -m pip install { $package }
engine-error-parameters = в DATABASE_URL есть параметр, которого драйвер базы не понимает
engine-error-refused = она не приняла подключение: { $said }
engine-error-unreachable = до неё не достучаться: { system-error }
schema-error-broken-references = после миграции нарушены ссылки в { $tables }; ничего не изменено
schema-error-newer = её схема { $found } новее, чем { $known } у этой программы

## Почему решение не сохранено

decision = № { $number }{ $date ->
    [none] { "" }
   *[other] { " от " }{ $date }
}
ingest-error-budget-ambiguous = это решение известно в нескольких бюджетах: текст должен называть его годы
ingest-error-place-unknown = в нём не названо место бюджета, { $amended_number ->
    [none] и не названо решение, которое оно меняет
   *[other] а № { $amended_number }{ $amended_date ->
        [none] { "" }
       *[other] { " от " }{ $amended_date }
    }, которое оно меняет, не загружено: загрузите сначала его
}
ingest-error-years-unknown = в нём не названы годы бюджета, { $amended_number ->
    [none] и не названо решение, которое оно меняет
   *[other] а № { $amended_number }{ $amended_date ->
        [none] { "" }
       *[other] { " от " }{ $amended_date }
    }, которое оно меняет, не загружено: загрузите сначала его
}
ingest-error-same-short-key = { $budget } не отличить от { $other } по короткому ключу
ingest-error-setter-undated = таблица на { NUMBER($year, useGrouping: 0) } год ({ $language ->
    [kk] казахская
   *[ru] русская
}) установлена решением № { $setter_number }, дата которого не названа
ingest-error-table-twice = таблица на { NUMBER($year, useGrouping: 0) } год ({ $language ->
    [kk] казахская
   *[ru] русская
}), установленная решением № { $setter_number }, стоит там дважды
ingest-error-year-outside-budget = таблица на { NUMBER($year, useGrouping: 0) } год ({ $language ->
    [kk] казахская
   *[ru] русская
}) не входит в годы бюджета { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) }
ingest-error-worse-reading = ничего не сохранено. Таблица на { NUMBER($year, useGrouping: 0) } год ({ $language ->
    [kk] казахская
   *[ru] русская
}) остаётся из { $file }: этот файл прочитан хуже ({ lost-in-reading }). load --replace сохранит его всё равно
ingest-error-amount-too-large = { $printed } больше любой суммы денег
ingest-error-language-unknown = язык текста неизвестен
ingest-error-row-twice = ряд { NUMBER($row, useGrouping: 0) } за { NUMBER($year, useGrouping: 0) } год стоит дважды

## Почему набор данных не прочитан

archive-error-no-git = git не установлен, а архив читается из его истории: установите git (Debian: apt install git)
archive-error-no-clone = { $path }: это не репозиторий git и не папка с репозиториями
archive-error-no-commits = { $path }: в этом репозитории нет коммитов
archive-error-git-failed = { $path }: git не может прочитать этот репозиторий: { $said }
archive-error-no-council = в этом архиве нет маслихата { $council }{ $near ->
    [none] { "" }
   *[other] ; есть: { $near }
}
dataset-error-broken-csv = здесь нарушены кавычки или кодировка
dataset-error-columns-missing = нет столбцов: { $columns }
dataset-error-file-unreadable = файл не удаётся прочитать: { system-error }
dataset-error-other-form = это не { $form } версии { $version }
dataset-error-cell-count = ячеек { $cells }, столбцов { $columns }
dataset-error-cell-value = это не то, что стоит в этом столбце
dataset-error-edition-out-of-order = ожидалось { $expected }
dataset-error-edition-unknown = у этого источника нет такой редакции
dataset-error-line-count = в lines.csv её строк { $lines }
dataset-error-source-out-of-order = ожидалось { $expected } или больше
dataset-error-source-unknown = такого источника нет
dataset-error-source-without-text = в texts.csv о нём ничего не сказано

## Набор данных — для тех, кто его читает

dataset-title = Бюджеты местных маслихатов Казахстана, решение за решением
dataset-description = Суммы — в целых тенге. Это планы маслихатов, а не исполнение бюджета. Пустая ячейка — не указано, а не ноль. Таблица, загруженная на обоих языках, стоит в lines.csv по разу на каждом.
dataset-file-sources = Файлы, из которых прочитаны строки
dataset-file-texts = Что каждый файл говорит о решении, которое в нём напечатано, — для каждого бюджета этого решения
dataset-file-mentions = Решения, названные в каждом файле: что он меняет и чем изменён
dataset-file-editions = Таблица одного года бюджета, какой её оставило одно решение, на одном языке
dataset-file-lines = Все напечатанные строки вместе с итогами; перед сложением отберите row_role = leaf. То, что возвращается, в своём сальдо вычитается: net_lending/repayments и /5, financial_assets/sale и /6, financing_payments
dataset-file-figure_changes = Цифры, которые заменяет текст решения, в тенге
dataset-file-discrepancies = Где документы противоречат себе, своему тексту на другом языке или прежней редакции
dataset-file-warnings = Места, прочитанные с сомнением
dataset-file-decisions = Все известные решения, загруженные и только названные другими; следует из остальных файлов
dataset-file-changes = Что каждое решение изменило по сравнению с прежней редакцией; следует из остальных файлов
dataset-guide = Как читать
dataset-guide-lines = Каждая напечатанная строка решений маслихатов: на листе «lines» одна строка — один ряд.
dataset-guide-amount = amount — в тенге, целое число; пустая ячейка — не указано, а не ноль.
dataset-guide-doubt = doubt — почему сумма может быть не той, что на бумаге: scanned — прочитана с картинки и не подтверждена, unsure — может относиться к соседней строке или другому году.
dataset-guide-totals = Есть и итоговые строки: перед сложением отберите row_role = leaf.
dataset-guide-codes = Коды — текст: нули впереди сохраняются. line_id — постоянное имя строки.
dataset-guide-phase = phase: approved — утверждено, adjusted — изменено более поздним решением.
dataset-guide-language = language: таблица, загруженная на обоих языках, стоит здесь по разу на каждом; перед сложением возьмите один.
dataset-guide-source = decision_number, decision_date, appendix, row — где напечатана сумма; source — файл (sources.csv).
dataset-guide-plans = Это планы маслихатов, а не исполнение бюджета.

## Настройки

setting-error-address = должен быть адрес, например https://example.org/path
setting-error-database-driver = должно начинаться с sqlite+aiosqlite:// или postgresql+asyncpg://
setting-error-database-url = это не адрес базы данных, например sqlite+aiosqlite:///qazyna.db
setting-error-listen = должно быть узел:порт, например 127.0.0.1:8080
setting-error-one-of = должно быть одно из { $allowed }
setting-error-secret-form = должно быть от 1 до 256 знаков A-Z a-z 0-9 _ -
setting-error-secret-missing = нужно задать вместе с WEBHOOK_URL, иначе кто угодно сможет выдать себя за Telegram
setting-error-telegram-ids = должны быть номера (id) в Telegram через запятую
setting-error-unusable = не подходит

## Почему бот не запускается или остановился

start-error = Бот не может запуститься: { $reason }
start-no-token = BOT_TOKEN не задан. Получите токен у @BotFather в Telegram (/newbot) и впишите BOT_TOKEN=… в .env.
start-without-telegram = Чтобы попробовать бота без Telegram: python -m bot chat
start-token-form = BOT_TOKEN — не токен: токен выглядит как 123456789:AAH…, его выдаёт @BotFather.
start-token-refused = Telegram не принимает BOT_TOKEN: он неверен или отозван. Спросите @BotFather.
start-unreachable = Bot API недоступен: { $said }
start-telegram-refused = Telegram отказал: { $said }

## Справка о командах

cli-usage = вызов:
cli-command = КОМАНДА …
cli-arguments = что указать
cli-options = параметры
cli-commands = команды
cli-help = показать эту справку
cli-program = Qazyna отвечает на вопросы о бюджетах местных маслихатов Казахстана — решение за решением.
cli-command-run = бот в Telegram: long polling, а где задан WEBHOOK_URL — вебхук
cli-command-chat = тот же бот здесь, без Telegram; кнопки пронумерованы
cli-command-load = решения в базу данных; повторная загрузка файла ничего не меняет
cli-command-parse = что понято в файле; ничего не сохраняется
cli-command-ask = ответ на вопрос или на каждую строку ввода
cli-command-changes = что изменило решение, строка за строкой, и сходятся ли итоги
cli-command-check = все места, где загруженный документ противоречит себе
cli-command-coverage = по областям и годам: что загружено и насколько чисто прочитано
cli-command-export = набор данных: файлы CSV (Tabular Data Package) и электронная таблица
cli-command-backup = надёжная копия базы данных, в том числе во время работы бота
cli-command-migrate = обновить схему базы данных
cli-command-stats = сколько чего сохранено
cli-json = JSON; суммы в целых тенге
cli-lang = язык названий и текстов
cli-load = сначала загрузить эти файлы или папки
cli-paths = файлы, папки и zip-архивы с решениями
cli-archive = клон открытого архива решений или папка с клонами: бюджеты со всеми их редакциями
cli-council = только этот маслихат: название на любом из двух языков или код; можно указать несколько раз
cli-since = только бюджеты, которые начинаются с этого года или позже
cli-jobs = сколько процессов читают одновременно; если не указано — по числу процессоров
cli-replace = пусть хуже прочитанная таблица заменит лучшую
cli-file = решение
cli-question = вопрос по-казахски или по-русски
cli-stdin = отвечать на каждую строку ввода
cli-number = номер решения; если не указан — самое новое
cli-place = место, чей маслихат его принял
cli-date = день, когда оно принято
cli-folder = папка; если её нет, она будет создана
cli-backup-path = файл копии

## Команда вызвана неверно

usage-help = Что есть: { $command } --help
usage-no-command = нет команды { $found }{ $similar ->
    [none] { "" }
   *[other] ; похоже: { $similar }
}
usage-no-option = нет параметра { $found }{ $similar ->
    [none] { "" }
   *[other] ; похоже: { $similar }
}
usage-option-value = { $takes ->
    [nothing] у { $name } не бывает значения
   *[value] у { $name } должно быть значение
}
usage-missing = не указано: { $name }
usage-value = значение не подходит: { $name }{ $least ->
    [none] {""}
   *[other] { $most ->
        [none] {" "}— целое число, не меньше { $least }
       *[other] {" "}— целое число от { $least } до { $most }
    }
}
usage-extra = непонятно, к чему это: { $found }

## Что печатают команды

load-progress = загрузка
load-nothing = загружать нечего: файлов нет
load-left = { $count ->
    [0] Остановлено после последнего файла.
    [one] До { $count } файла не дошло: та же команда продолжит.
   *[other] До { $count } файлов не дошло: та же команда продолжит.
 }
load-file = файл
load-decision = решение
load-editions = редакций
load-lines = строк
load-discrepancies = расхождений
load-milliseconds = мс
load-result = итог
load-status = { $status ->
    [new] новый
    [unchanged] без изменений
    [replaced] заменён
   *[failed] не загружен
}
load-more = и ещё { $count }: python -m bot parse { $path }
load-first = пока ничего не загружено: python -m bot load data/taraz
load-usage = load принимает либо файлы и папки, либо --archive; --council, --since, --jobs и --json указывают вместе с --archive
archive-history = { $archive }: история
archive-choice = { $archive }: поиск бюджетов
archive-reading = { $archive }: чтение
archive-no-acts = в нём нет ни одного акта: это клон архива решений?
archive-earlier = бюджеты, которые начинаются раньше { NUMBER($since, useGrouping: 0) } года, не взяты: { NUMBER($earlier) }, последний из них — с { NUMBER($latest, useGrouping: 0) } года
archive-cut = { $archive }: в клоне лишь последняя часть истории (он сделан с --depth), прежних редакций нет: git fetch --unshallow
archive-acts = просмотрено актов: { NUMBER($acts) }, из них не бюджеты: { NUMBER($others) }, бюджеты, прочитанные раньше и без изменений: { NUMBER($unchanged) }
archive-read = прочитано бюджетов: { NUMBER($budgets) }, их редакций: { NUMBER($versions) }, прочитано текстов: { NUMBER($texts) }, не принято: { NUMBER($refused) }
kind-amount-missing = нет суммы в строке
kind-digits-oddly-spaced = странные пробелы в числе
kind-cells-unsure = неясно, где чья ячейка
kind-levels-unsure = неясны уровни
kind-row-hidden = скрытая строка
kind-row-set-aside = строка отложена
kind-row-lost = потерянная строка
kind-row-repeated = строка стоит дважды
kind-signs-differ = разные знаки
kind-name-slipped = название не при своём коде
kind-name-unlike-editions = название не при том коде, что в других редакциях
kind-code-unsure = неясен код
kind-name-unsure = неясно название
kind-name-in-other-language = название только на другом языке
kind-names-in-both-languages = названия на двух языках
kind-table-twice = таблица стоит дважды
kind-table-in-both-languages = таблица на двух языках
kind-table-unclosed = таблица не закрыта
kind-titled-as-no-budget = названа не бюджетом
kind-thousands-or-decimals = тысячи или дробь
kind-scanned = прочитано с картинки
kind-unit-in-amounts = единица среди сумм
kind-unit-assumed = единица не названа
kind-units-differ = единицы разные
kind-years-differ = названы два разных года
kind-column-no-budget = столбец сумм — не бюджет
kind-column-unknown = незнакомая подпись над суммами
kind-stamp-differs = над таблицей названо другое решение
kind-other-decision = таблица другого решения
kind-several-places = несколько мест в одном заголовке
kind-unit-contradicted = единица не та, что в тексте
kind-place-differs = место не этого маслихата
kind-year-outside = год не из этого бюджета
kind-year-unlikely = год, не подходящий плану
kind-changed-rows = только изменённые строки
kind-unit-from-text = единица по тексту
kind-unit-of-header = единица по заголовку
kind-unit-unknown = единица неизвестна
kind-year-from-appendix = год по приложению
kind-year-untold = неизвестный год
kind-kind-assumed = вид решения предположен
kind-amended-decisions-differ = изменяемое решение названо по-разному
kind-amendment-not-later = изменение не позже
kind-date-impossible = дата, которой нет
kind-decision-dated-twice = у решения две даты
kind-decision-undated = решение без даты
kind-footnote-out-of-order = сноски не по порядку
kind-note-not-understood = приписка над таблицей не понята
kind-fact-differs = сведения расходятся с текстом
kind-facts-unread = сведения не прочитаны
kind-adopted-differs = день принятия указан по-разному
kind-change-unplaced = изменение без указания части акта
kind-cause-not-in-text = причина не названа в тексте
kind-changed-without-note = таблица изменена без сноски
kind-table-not-read = таблица редакции не прочитана
kind-table-absent = в редакции нет таблицы
kind-dash-or-minus = тире или минус
kind-figure-is-no-amount = цифра — не сумма
kind-figure-oddly-spaced = странные пробелы в цифре текста
kind-figure-untied = цифра не относится ни к одной строке
kind-figures-unpaired = цифры без пары
kind-text-unsure = неясны цифры на картинке
kind-thousands-left-out = пропущено «тысяч»
kind-thousands-left-out-but-table-agrees = пропущено «тысяч», таблица подтверждает
kind-sum = сумма строк
kind-total = итог раздела
kind-net_lending = чистое кредитование
kind-financial_assets = сальдо по финансовым активам
kind-deficit = дефицит
kind-financing = финансирование дефицита
kind-text = текст и таблица
kind-summary = свод сельских округов
kind-section_missing = нет раздела
kind-total_missing = нет итога
kind-balance_missing = нет сальдо
kind-other_section = строка другого раздела
kind-zero_code = код из нулей
kind-above_parent = часть больше целого
kind-language = два языка
kind-previous = прежняя цифра
archive-findings = неуверенно, по видам: { $kinds }
archive-discrepancies = расхождения, по видам: { $kinds }
archive-stored = сохранено из архива: решений о бюджете — { NUMBER($acts) } (утративших силу: { NUMBER($repealed) }), их редакций: { NUMBER($versions) }, текстов: { NUMBER($texts) }, не принято: { NUMBER($refused) }
archive-editions = бюджетов: { NUMBER($budgets) }, редакций таблиц: { NUMBER($editions) }, строк: { NUMBER($lines) }
ask-usage = нужен один вопрос или --stdin
no-decision = { $number ->
    [none] ни одно из загруженных решений не устанавливает таблицы
   *[other] { $others ->
        [none] среди загруженных нет решения № { $number }
       *[other] загруженные решения № { $number } — другие: { $others }
    }
}
budget-not-loaded = не загружено ни одного бюджета: { $place }{ $near ->
    [none] {""}
   *[other] ; есть: { $near }
}
compared-edition = { $decision }, { $place }, { NUMBER($year, useGrouping: 0) } год
compared-nothing = более ранняя редакция этого года не загружена: сравнить не с чем
compared-against = по сравнению с { $decision }, тыс. тенге
compared-skipped = между ними не загружено: { $decision }
compared-path = путь
compared-old = было
compared-new = стало
compared-change = разница
compared-status = что с ней
compared-name = название
compared-line = { $status ->
    [added] новая
    [removed] снята
    [renamed] переименована
   *[changed] изменена
}{ $moved_to ->
    [none] { "" }
   *[other] { " → " }{ $moved_to }
}{ $moved_from ->
    [none] { "" }
   *[other] { " ← " }{ $moved_from }
}
compared-flow = сокращено { THOUSANDS($cut) }, увеличено { THOUSANDS($risen) }; за счёт доходов { THOUSANDS($revenue) } и финансирования { THOUSANDS($financing) }
compared-reconciled = сходится: изменения строк дают изменение каждого напечатанного итога
compared-unread = не прочитано, не снято и не добавлено: { $path } { $name }, было { $old }, стало { $new }
compared-row-unread = напечатанная строка не прочитана: { $printed }
compared-unsettled = прочитаны не все строки: сходится ли, неизвестно
compared-gap = не сходится: { $path } меняется на { THOUSANDS($printed) }, её строки — на { THOUSANDS($leaves) }
check-nothing = расхождений нет: загруженные документы не противоречат себе
export-rows = { $file }: { $count }
schema-version = схема { $version }
backup-done = { $file }: { $bytes } байт
backup-error-damaged = база данных повреждена, ничего не скопировано: { $said }
backup-error-exists = { $file } уже есть; ничего не записано
backup-error-no-database = базы данных { $file } нет
backup-error-not-a-file = эта база данных — не файл SQLite; её копию делает её собственная программа: pg_dump
stopped-by-hand = остановлено
stats-budgets = бюджеты: { $count }
stats-decisions_loaded = решения загруженные: { $count }
stats-decisions_known = решения известные: { $count }
stats-editions = редакции: { $count }
stats-lines = строки: { $count }
stats-names = названия: { $count }
stats-discrepancies = расхождения: { $count }
stats-people = люди: { $count }
stats-missed_questions = вопросы без ответа: { $count }

## Сколько страны загружено

coverage-region = область
coverage-no-region = область неизвестна
coverage-place = место
coverage-year = год
coverage-years = годы
coverage-councils = маслихаты
coverage-part = { $part } из { $whole }
coverage-rural-places = сёла, округа, города
coverage-editions = редакции
coverage-read-cleanly = прочитано чисто
coverage-not-loaded = не загружено
coverage-findings = неясно
coverage-discrepancies = расхождения
coverage-refused = текстов не принято
coverage-unread = бюджетов не прочитано
coverage-absent = не загружено ничего: { $regions }
coverage-look-first = Сначала посмотрите:
coverage-all-clean = ничего: все тексты прочитаны чисто

## The chat in the terminal

chat-starting = Запускается…
