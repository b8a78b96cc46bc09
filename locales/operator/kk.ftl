### Командалық жол операторға не айтатыны, қазақша.

## Файлдағы орындар

place-line = { NUMBER($number, useGrouping: 0) }-жол
place-row = { NUMBER($number, useGrouping: 0) }-қатар
place-paragraph = { NUMBER($number, useGrouping: 0) }-абзац
place-table = { NUMBER($number, useGrouping: 0) }-кесте
place-page = { NUMBER($number, useGrouping: 0) }-бет
place-sheet = { NUMBER($number, useGrouping: 0) }-парақ

## Оқылған файл туралы не айту керек

label-decision = шешім
label-council = мәслихат
label-registered = тіркелуі
label-amends = өзгертетіні
label-budget = бюджет
label-in-force-from = қолданысқа енуі
label-title = атауы
label-clause = { $clause }-тармақ
label-edition = редакция
label-discrepancy = сәйкессіздік
label-discrepancies = сәйкессіздік
label-warning = күмән
label-set-aside = алынбады
label-table = кесте
parsed-decision = { $decision }, { $kind ->
    [original] бастапқы
    [amendment] өзгертетін
   *[redaction] өзгерістері енгізілген редакция
}
parsed-untied = жолы анықталмады
parsed-edition = { $place }, { NUMBER($year, useGrouping: 0) } жыл, { $appendix ->
    [none] нөмірсіз қосымша
   *[other] { $appendix }-қосымша
}, { $language ->
    [kk] қазақша
   *[ru] орысша
}: { $count } жол, бірлігі — { NUMBER($unit, useGrouping: 0) } теңге
parsed-no-discrepancies = жоқ: әр жол құрамының қосындысына тең, барлық теңдік орындалады
set-aside = { $appendix ->
    [none] нөмірсіз қосымша
   *[other] { $appendix }-қосымша
}: { $reason ->
    [programs] бағдарламалар тізбесі
    [protected] қорғалған бағдарламалар
    [land] жер сату
    [transfers] трансферттер
    [no-expenditure] шығындары жоқ бюджет
    [execution] бюджеттің атқарылуы, жоспар емес
    [no-plan] жоспар емес: жоба, болжам, өтінім, смета немесе өзгерістердің өзі
    [other-place] бұл мәслихаттікі емес жердің бюджеті
    [year] бұл бюджетте жоқ жылдың кестесі
    [changed-rows] бүкіл бюджет емес, өзгерген жолдар ғана
    [several-places] бірнеше жердің ортақ кестесі
    [other-decision] басқа шешімнің кестесі
    [column] бюджет екені айтылмаған сомалар
    [unit] бірлігі белгісіз бюджет
   *[other] бюджет емес
}, «{ $title }»

## Күмәнді болып қалған оқулар

finding-amount-missing = «{ $name }» ({ $path }) жолында сома басылмаған; жол алынбады
finding-digits-oddly-spaced = { $printed } цифрларының арасындағы бос орындар әдеттегідей емес; бір сан деп оқылды
finding-cells-unsure = «{ $name }» жолының ұяшықтары немесе орны анық емес
finding-levels-unsure = { $section } бөліміндегі жолдардың деңгейлері анық емес
finding-row-set-aside = кодсыз жол бюджет құрылымына кірмейді: { $printed }
finding-row-hidden = жол жасырылған, оқылмады: { $printed }
finding-row-lost = «{ $name }» ({ $path }) астында бір жол жоғалған сияқты: басқа мұндай жолдардың бәрінде ол бар
finding-row-repeated = «{ $name }» ({ $path }) жолы екі рет тұр
finding-signs-differ = «{ $name }» ({ $path }) жолының белгісі өзі кіретін жолдыкінен басқа
finding-name-slipped = «{ $name }» атауы { $path } кодының тұсында тұр, шешімнің басқа кестелерінде бұл код — «{ $usual }»: атаулар код пен сомаға қарағанда жылжып кеткен сияқты
finding-name-unlike-editions = «{ $name }» атауы { $path } кодының тұсында тұр, { NUMBER($year, useGrouping: 0) } жылғы бюджеттің басқа редакцияларында бұл код — «{ $usual }»: атаулар код пен сомаға қарағанда жылжып кеткен сияқты
finding-code-unsure = «{ $name }» жолының коды суреттен әртүрлі оқылды: { $codes }
finding-name-unsure = «{ $name }» атауы суреттен нақты оқылмады
finding-name-in-other-language = «{ $name }» атауы тек екінші тілде басылған
finding-names-in-both-languages = кестеде атаулар екі тілде басылған; { $language ->
    [kk] қазақшасы
   *[ru] орысшасы
} алынды
finding-table-twice = екінші кесте: { $budget_place }, { NUMBER($year, useGrouping: 0) } жыл
finding-table-in-both-languages = бір файлда кесте екі тілде: { $budget_place }, { NUMBER($year, useGrouping: 0) } жыл; екеуі де алынды
finding-table-unclosed = кесте жабылмаған: соңы келесі кестеден анықталды, соңғы жолдары жоғалған болуы мүмкін
finding-titled-as-no-budget = тақырыбы бойынша бұл — { $reason ->
    [programs] бағдарламалар тізбесі
    [protected] қорғалған бағдарламалар
    [land] жер сату
    [transfers] трансферттер
   *[other] бюджет емес
}, бірақ бюджет түрінде басылған
finding-thousands-or-decimals = { $printed } сомасындағы белгі мыңдықты ма, бөлшекті ме бөлетіні қосындылар бойынша шешілді, бірақ олардың бәрі бірдей сәйкес емес
finding-scanned = суреттен оқылды: қорытындылармен расталған сома саны — { $proved }, расталмағаны — { $unproved }
finding-unit-in-amounts = сомалардың жанында «теңге» тұр ({ $printed }), ал тақырыпта — мың немесе миллион теңге: тақырып бойынша оқылды
finding-unit-assumed = өлшем бірлігі басылмаған; мың теңге деп алынды
finding-units-differ = кесте бөліктерінде әртүрлі бірлік жазылған, біреуі — { NUMBER($tenge) } теңге; кесте оқылмады
finding-column-no-budget = { $label ->
    [none] бірде-бір жазу бұл сомалар бағаны бюджет екенін айтпайды
   *[other] «{ $label }» деген жазу бұл сомалар бағаны бюджет екенін айтпайды
}; кесте оқылмады
finding-column-unknown = сомалардың үстіндегі «{ $label }» деген жазу таныс емес: баған бюджет деп оқылды
finding-several-places = тақырыпта әрқайсысының өз бюджеті бар бірнеше жер аталған: «{ $title }»; кесте оқылмады
finding-other-decision = кесте — { $date } № { $number } шешімінің қосымшасы, ал файлда басқа шешім; кесте оқылмады
finding-stamp-differs = кестенің үстінде { $date } № { $number } шешімі аталған; ол осы файлдағы шешімнің қосымшасы деп оқылды
finding-unit-contradicted = сомалардың үстінде бірлігі — { NUMBER($printed, useGrouping: 0) } теңге, ал шешім мәтінінің сомалары бойынша — { NUMBER($told, useGrouping: 0) }; кесте оқылмады
finding-place-differs = кестенің тақырыбында — { $title }, ал шешім — { $council } мәслихатынікі; кесте оқылмады
finding-year-outside = кесте { NUMBER($year, useGrouping: 0) } жылға, ал бюджет { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) } жылдарға арналған; кесте оқылмады
finding-year-unlikely = кесте { NUMBER($year, useGrouping: 0) } жылға арналған, ал ол туралы шешім — { $date }: жоспарға мұндай жыл келмейді
finding-changed-rows = { NUMBER($year, useGrouping: 0) } жылдың кестесінде өзгерген жолдар ғана бар: қалғандары қандай болғанын ол айтпайды; кесте оқылмады
finding-unit-from-text = өлшем бірлігі басылмаған; мәтіндегі сандар бойынша ол — { NUMBER($tenge) } теңге
finding-unit-of-header = кестенің тақырыбында бірлігі — { NUMBER($printed, useGrouping: 0) } теңге, ал жоғарыдағы жолда — { NUMBER($above, useGrouping: 0) }; тақырыбы бойынша оқылды
finding-unit-unknown = өлшем бірлігі басылмаған, мәтіннен де көрінбейді, ал шешімнің басқа кестелері мыңмен берілмеген; { NUMBER($year, useGrouping: 0) } жылғы бюджет оқылмады
finding-year-from-appendix = жылы басылмаған; { NUMBER($year, useGrouping: 0) } қосымшаның нөмірінен алынды
finding-year-untold = жылы басылмаған, ал бюджет жылдарының саны қосымша нөмірінен ({ $appendix }) аз; кесте оқылмады
finding-years-differ = тақырыпта — { NUMBER($year, useGrouping: 0) } жыл, сомалардың үстінде — { NUMBER($other, useGrouping: 0) } жыл: тақырып бойынша алынды
finding-kind-assumed = шешімнің бюджетті бекітетіні немесе өзгертетіні еш жерде айтылмаған; ол бастапқы шешім деп оқылды
finding-amended-decisions-differ = тақырыпта { $title_date ->
    [none] { "" }
   *[other] { $title_date }{ " " }
}№ { $title_number }, тармақта { $clause_date ->
    [none] { "" }
   *[other] { $clause_date }{ " " }
}№ { $clause_number } аталған
finding-amendment-not-later = № { $number } өзінен бұрын қабылданбаған шешімді өзгертеді
finding-date-impossible = мұндай күн жоқ: { $printed }; күні мәтіннің басқа жерінен алынды, ол онда бар болса
finding-decision-dated-twice = № { $number } шешімінің екі күні бар: { $first_date } және { $second_date }
finding-decision-undated = № { $number } тарихқа кірмеді: күні айтылмаған
finding-footnote-out-of-order = ескертудегі шешімдер күндерінің ретімен тұрған жоқ
finding-note-not-understood = кестенің үстінде { $date } № { $number } шешімі аталған, бірақ оның нені өзгерткені түсініксіз; кесте оның алдындағы шешімдікі деп алынды
finding-fact-differs = { $fact ->
    [council] мәтіндегі мәслихат
    [decision] мәтіндегі шешім нөмірі немесе күні
    [registration] мәтіндегі тіркеу нөмірі
   *[title] мәтіндегі тақырып
} — «{ $in_text }», ал қасындағы деректерде — «{ $in_facts }»; деректердегісі алынды
finding-facts-unread = мәтіннің қасындағы деректер оқылмады: { $reason }
finding-adopted-differs = мәтіннің қасында қабылданған күні { $stated } делінген, ал шешімнің күні — { $taken }; { $taken } алынды
finding-change-unplaced = бұл ескерту актіні { $date } № { $number } шешімі өзгерткенін айтады, бірақ қай бөлігін екенін айтпайды: кестені өзгерткені белгісіз, әр кесте оған дейінгі шешімге жатқызылды
finding-cause-not-in-text = деректер бойынша бұл редакция { $date } № { $number } шешімінен шыққан, бірақ мәтіннің бірде-бір ескертуі оны атамайды
finding-changed-without-note = { NUMBER($year, useGrouping: 0) } жылғы кесте ({ $budget_place }) алдыңғы редакциядағыдай емес, ал оны кім өзгерткенін бірде-бір ескерту айтпайды; ол осы редакцияны тудырған { $date } № { $number } шешіміне жатқызылды
finding-table-not-read = бұл редакцияда { NUMBER($year, useGrouping: 0) } жылғы кесте ({ $budget_place }) оқылмады
finding-table-absent = бұл редакцияда { NUMBER($year, useGrouping: 0) } жылғы кесте ({ $budget_place }) жоқ, ал басқасында бар
finding-dash-or-minus = «{ $printed }» ішіндегі сызықша минус болуы да, болмауы да мүмкін
finding-figure-is-no-amount = { $old } немесе { $new } — сома емес
finding-figure-oddly-spaced = «{ $printed }» ішіндегі бос орындар әдеттегідей емес
finding-figure-untied = { THOUSANDS($amount) } мың теңге сомасының қай жолға жататыны анықталмады
finding-figures-unpaired = ауыстырылатын сан { $old_count }, ауыстыратын сан { $new_count }
finding-text-unsure = бұл абзацтағы сандар суреттен нақты оқылмады: { $printed }
finding-thousands-left-out = «{ $printed }» ішінде «мың» сөзі жоқ, ал тізбенің өзінде бар
finding-thousands-left-out-but-table-agrees = «{ $printed }» ішінде «мың» сөзі жоқ, ал тізбенің өзінде бар; кестеде дәл осы сан өз бірлігімен тұр

## Құжаттар қай жерде келіспейді; сомалар мың теңгемен

discrepancy-sum = { $path }: басылғаны { THOUSANDS($printed) }, астындағы жолдардың қосындысы { THOUSANDS($expected) } мың теңге
discrepancy-total = { $path }: басылғаны { THOUSANDS($printed) }, бөлім жолдарының қосындысы { THOUSANDS($expected) } мың теңге
discrepancy-net_lending = { $path }: басылғаны { THOUSANDS($printed) }, берілген кредиттерден қайтарылғаны шегерілсе, { THOUSANDS($expected) } мың теңге
discrepancy-financial_assets = { $path }: басылғаны { THOUSANDS($printed) }, сатып алынғаннан сатылғаны шегерілсе, { THOUSANDS($expected) } мың теңге
discrepancy-deficit = { $path }: басылғаны { THOUSANDS($printed) }, жоғарыдағы бөлімдер бойынша { THOUSANDS($expected) } мың теңге
discrepancy-financing = { $path }: басылғаны { THOUSANDS($printed) }, құрамы бойынша { THOUSANDS($expected) } мың теңге
discrepancy-text = { $path }: мәтінде { THOUSANDS($printed) }, кестеде { THOUSANDS($expected) } мың теңге
discrepancy-summary = { $path }: басылғаны { THOUSANDS($printed) }, округтер бюджеттерінің қосындысы { THOUSANDS($expected) } мың теңге
discrepancy-section_missing = { $path }: бөлім жоқ, кестеде оның бірде-бір жолы жоқ
discrepancy-total_missing = { $path }: қорытындысы жоқ; бөлім жолдарының қосындысы { THOUSANDS($expected) } мың теңге
discrepancy-balance_missing = { $path }: жолы жоқ{ $expected ->
    [none] { "" }
   *[other] ; қалған жолдар бойынша ол { THOUSANDS($expected) } мың теңге
}
discrepancy-other_section = { $path }, { THOUSANDS($printed) } мың теңге: бөлімде мұндай код жоқ немесе ол бар болып қойған; бұл өзге бөлімнің жолы болуы мүмкін
discrepancy-zero_code = { $path }, { THOUSANDS($printed) } мың теңге: код тек нөлдерден тұрады
discrepancy-above_parent = { $path }: { THOUSANDS($printed) } деп басылған, бұл өзі кіретін жолдан ({ THOUSANDS($expected) } мың теңге) үлкен
discrepancy-language = { $path }: орысша { THOUSANDS($printed) }, қазақша { THOUSANDS($expected) } мың теңге
discrepancy-previous = { $path }: ауыстырылатыны { THOUSANDS($printed) }, алдыңғы редакцияда { THOUSANDS($expected) } мың теңге
discrepancy-uncertain = { $found }; жанындағы оқу күмәнді болған, қате біздікі болуы мүмкін
discrepancy-doubted = { $found }; { $doubt }
doubted-scanned = суреттен оқылған, сома расталмаған
doubted-unsure = анық оқылмаған, сома көрші жолдікі немесе басқа жылдікі болуы мүмкін
doubted-rows = { NUMBER($year, useGrouping: 0) } жыл, { $appendix ->
    [none] нөмірсіз қосымша
   *[other] { $appendix }-қосымша
}: { $doubt }; { $count } жол ({ $rows })

## Екі файлда әрқалай оқылған кестелер

lost-in-reading = { $loss ->
    [sections] жоқ бөлімдер: { $count }
    [skeleton] қорытындылар мен баланс жолдары жоқ немесе жолдар өз бөлімінде емес: { $count }
    [sums] басқа файлда сәйкес келетін, ал мұнда келмейтін қосындылар: { $count }
    [lines] жолдары { $count } жолға аз
   *[doubts] күмәнмен оқылған жолдары { $count } жолға көп
}
dispute-kept = { NUMBER($year, useGrouping: 0) } жыл, { $language ->
    [kk] қазақша
   *[ru] орысша
}: { $file } файлының кестесі қалады. Бұл файл нашарырақ оқылды ({ lost-in-reading }); load --replace оны бәрібір сақтайды
dispute-better = { NUMBER($year, useGrouping: 0) } жыл, { $language ->
    [kk] қазақша
   *[ru] орысша
}: нашарырақ оқылған { $file } файлының кестесін ауыстырды ({ lost-in-reading })
dispute-worse = { NUMBER($year, useGrouping: 0) } жыл, { $language ->
    [kk] қазақша
   *[ru] орысша
}: нашарырақ оқылса да ({ lost-in-reading }), --replace бойынша { $file } файлының кестесін ауыстырды

## Файл неге оқылмайды

parse-error-not-found = мұндай файл жоқ
parse-error-not-a-file = бұл файл емес
parse-error-unreadable = файлды оқу мүмкін болмады: { system-error }
parse-error-too-large = файл мәслихат шешімі үшін тым үлкен: { $bytes } байт, ең көбі { $most }
parse-error-empty = файл бос
parse-error-binary = бұл мәтін де, белгілі пішіндегі құжат та емес
parse-error-encoding = бұл жерде мәтін UTF-8, UTF-16 немесе Windows-1251 кодтауында емес
parse-error-format = мұндай пішіндегі құжат оқылмайды; DOCX, XLSX, HTML, PDF немесе кәдімгі мәтін ретінде сақтаңыз
parse-error-no-text = беттерінен ешқандай мәтін оқылмады
parse-error-needs-tesseract = бұл — беттердің суреттері; оларды қазақ және орыс тілдерінің деректері бар Tesseract оқиды, ал ол мұнда орнатылмаған. Debian мен Ubuntu-де: apt install { $packages }
parse-error-picture-not-read = Tesseract бұл суретті оқи алмады немесе тым ұзақ оқыды; бетті дюймге 300 нүктемен қайта сканерлеңіз
parse-error-needs-office = мұндай пішіндегі құжат LibreOffice арқылы оқылады, ал ол мұнда орнатылмаған; оны орнатыңыз немесе құжатты DOCX ретінде сақтаңыз
parse-error-not-converted = LibreOffice оны DOCX пішініне айналдыра алмады; құжатты жазған бағдарламада DOCX ретінде сақтаңыз
parse-error-password = файл құпиясөзбен қорғалған
parse-error-broken = файл бүлінген
parse-error-no-documents = архивте құжат жоқ — тек қызметтік файлдар немесе ештеңе
parse-error-not-finished = оны оқитын процесс { $how ->
    [timeout] уақытында аяқталмады
   *[crash] тоқтап қалды
}
parse-error-part-missing = мәтін бірнеше файлда сақталған, ал оның { $part } бөлігі қасында жоқ
parse-error-uncomputed = бұл ұяшықтағы формуланың мәні файлда жоқ: оны кесте редакторында ашып, қайта есептетіп, қайта сақтаңыз
parse-error-declares-entities = онда құжат түрі немесе нысандар жарияланған, шешімі бар кеңсе файлдарында бұлай болмайды
parse-error-limit = көлемі кез келген шешімнен асады, соңына дейін оқылмады: { $counted ->
    [archives] бірінің ішіндегі бірі тұрған архив саны { $most } шегінен асады
    [attributes] тегтегі атрибут саны { $most } шегінен асады
    [cell-letters] ұяшықтағы әріп саны { $most } шегінен асады
    [cells] ұяшық саны { $most } шегінен асады
    [columns] баған саны { $most } шегінен асады
    [dots] сурет нүктелерінің саны { $most } шегінен асады
    [drawn-lines] сызылған сызық саны { $most } шегінен асады
    [files] файл саны { $most } шегінен асады
    [letters] әріп саны { $most } шегінен асады
    [lines] жол саны { $most } шегінен асады
    [markup-bytes] белгілеу байттарының саны { $most } шегінен асады
    [nesting] элементтердің кірістірілуі { $most } деңгейден асады
    [pages] бет саны { $most } шегінен асады
    [paragraph-letters] абзацтағы әріп саны { $most } шегінен асады
    [paragraphs] абзац саны { $most } шегінен асады
    [rows] кесте қатарларының саны { $most } шегінен асады
    [style-rules] безендіру ережелерін тексеру саны { $most } шегінен асады
    [tags] тег саны { $most } шегінен асады
    [times-unpacked] ашылғанда өз көлемінен { $most } еседен артық үлкейеді
   *[unpacked-bytes] ашылған байт саны { $most } шегінен асады
}
parse-error-no-words = ішінде қазақша да, орысша да мәтін жоқ
parse-error-no-budget = бұл шешім емес: ішінде нөмірі мен күні де, кесте де жоқ
parse-error-draft = бұл қабылданған шешім емес, жоба
parse-error-execution = бұл бюджеттің жоспары емес, атқарылуы туралы есеп
parse-error-no-table = № { $number } шешімі оқылды, бірақ ішінде кесте де, өзгертілетін сома да жоқ
parse-error-appendix-absent = шешім осы жерде { $appendix }-қосымшаны жаңадан баяндайды, бірақ файлда оның кестесі жоқ
parse-error-tables-are-no-budget = { $count ->
    [1] жалғыз кестесі бюджет емес:
   *[other] кестелерінің ({ $count }) бірде-бірі бюджет емес; біріншісі осында:
} { $reason ->
    [programs] тақырыбы бойынша бұл бағдарламалар тізбесі
    [protected] тақырыбы бойынша бұл қорғалған бағдарламалар
    [land] тақырыбы бойынша бұл жер сату
    [transfers] тақырыбы бойынша бұл трансферттер
    [execution] тақырыбы бойынша бұл бюджеттің атқарылуы, жоспар емес
    [no-plan] тақырыбы бойынша бұл жоспар емес: жоба, болжам, өтінім, смета немесе өзгерістердің өзі
    [other-place] тақырыбында бұл мәслихаттікі емес жер аталған
    [year] ол бұл бюджетте жоқ немесе өтіп кеткен жылға арналған
    [changed-rows] онда бүкіл бюджет емес, өзгерген жолдар ғана бар
    [several-places] тақырыбында бірнеше жер аталған
    [other-decision] ол басқа шешімнің қосымшасы
    [column] сомалардың үстіндегі жазу олардың бюджет екенін айтпайды
    [unit] сомалары қандай бірлікпен берілгені белгісіз
   *[other] { $lack ->
        [amounts] бірде-бір жолында сома жоқ
        [sections] онда бюджеттің кірістер мен шығындар сияқты екі бөлімі аталмаған
        [codes] жолдарында бюджеттік сыныптаманың кодтары жоқ
       *[none] тақырыбы оны бюджет деп атамайды
    }
}
parse-error-no-rows = бұл кестенің бірде-бір жолы бюджет жолы емес
parse-error-no-expenditure = кесте бюджет деп аталған, бірақ онда шығындар жоқ: тек түсімдер
parse-error-no-decision = ішінде нөмірі мен күні бар шешім аталмаған
parse-error-no-place = шешімді қай мәслихат қабылдағаны айтылмаған
parse-error-unnamed-place = бұл қай жердің бюджеті екені аталмаған: тек ауылдық округ, ауыл немесе кент екені айтылған
parse-error-no-year = бұл кестенің қай жылға арналғаны айтылмаған
parse-error-unreadable-row = кестенің бұл жолын оқу мүмкін болмады
parse-error-unreadable-amount = бұл соманы оқу мүмкін болмады
parse-error-rows-in-one = бір ұяшықта { $count } сома тұр: кестенің жолдары бір жолда, қай код пен атау қай сомаға тиесілі екенін анықтау мүмкін емес
parse-error-scanned-sum = суреттен оқылды, ал қорытынды сәйкес келмейді: «{ $name }» — { THOUSANDS($amount) }, ал астындағы жолдар бойынша { THOUSANDS($expected) }; беттерді анығырақ сканерлеңіз
parse-error-scanned-total = суреттен оқылды, ал { $section } бөлімінің қорытынды жолы көрінбейді; беттерді анығырақ сканерлеңіз
parse-error-scanned-head = шешімнің нөмірі немесе күні суреттен әртүрлі оқылды: { $readings }; бірінші бетті анығырақ сканерлеңіз
parse-error-csv-keys-missing = CSV үлгіміздің басында мыналар жоқ: { $keys }
parse-error-csv-key = CSV басының бұл жолында кілт жоқ, кілт бұрын айтылған немесе мәні біреуден көп
parse-error-csv-value = CSV үлгіміздің басында { $key } дұрыс көрсетілмеген
parse-error-csv-number-is-date = { $key } жолындағы нөмірді электрондық кесте күнге айналдырған: ұяшықты мәтін етіп, нөмірді қайта жазыңыз
parse-error-csv-columns = бұл біздің CSV бағандары емес
parse-error-csv-row = бұл жол біздің CSV үлгісіне сәйкес келмейді
parse-error-csv-quoting = CSV ішіндегі тырнақшалар бұзылған
parse-error-csv-sheets = біздің CSV үлгісіндегі редакция бір парақтан тұрады: қалған парақтарды бөлек файлға шығарыңыз

## Жүйе және дерекқор

system-error = { $errno ->
    [EACCES] рұқсат жоқ
    [EADDRINUSE] мекенжай бос емес
    [EADDRNOTAVAIL] бұл машинада мұндай мекенжай жоқ
    [ECONNREFUSED] ол жерде ешкім жауап бермейді
    [EISDIR] бұл — қалта
    [ELOOP] бұл — сілтеме: қалтаның өзін көрсетіңіз
    [ENOENT] мұндай файл жоқ
    [ENOSPC] диск толған
    [ENOTDIR] қалтаның орнында файл тұр
    [EEXIST] қалтаның орнында файл тұр
    [EROFS] ол жерге жазуға болмайды
    [none] жүйе себебін айтпады
   *[other] { $errno }
}
several-decisions = № { $number } шешімі бірнешеу: { $found }. Қайсысы екенін --place немесе --date арқылы айтыңыз
database-error = дерекқорды пайдалану мүмкін емес: { $reason }
driver-error = { $code ->
    [SQLITE_BUSY] оған басқа бағдарлама жазып жатыр
    [SQLITE_CANTOPEN] файлы ашылмады
    [SQLITE_CORRUPT] файлы бүлінген
    [SQLITE_FULL] диск толған
    [SQLITE_NOTADB] файлы дерекқор емес
    [SQLITE_READONLY] файлын тек оқуға болады
    [none] { $said }
   *[other] { $code }, { $said }
}
engine-error-driver-missing = мұндай дерекқорға { $package } пакеті керек: .venv/bin/python -m pip install { $package }
engine-error-parameters = DATABASE_URL ішінде дерекқор драйвері түсінбейтін параметр бар
engine-error-refused = ол қосылуды қабылдамады: { $said }
engine-error-unreachable = оған жету мүмкін болмады: { system-error }
schema-error-broken-references = көшіруден кейін сілтемелер бұзылған: { $tables }; ештеңе өзгертілмеді
schema-error-newer = дерекқордың { $found } сұлбасы осы бағдарламаның { $known } сұлбасынан жаңа

## Шешім неге сақталмады

decision = { $date ->
    [none] { "" }
   *[other] { $date }{ " " }
}№ { $number }
ingest-error-budget-ambiguous = бұл шешім бірнеше бюджетте белгілі: мәтінде оның жылдары айтылуы керек
ingest-error-place-unknown = бюджеттің қай жердікі екені айтылмаған, { $amended_number ->
    [none] қай шешімді өзгертетіні де айтылмаған
   *[other] ал ол өзгертетін { $amended_date ->
        [none] { "" }
       *[other] { $amended_date }{ " " }
    }№ { $amended_number } шешімі жүктелмеген: алдымен соны жүктеңіз
}
ingest-error-years-unknown = бюджеттің жылдары айтылмаған, { $amended_number ->
    [none] қай шешімді өзгертетіні де айтылмаған
   *[other] ал ол өзгертетін { $amended_date ->
        [none] { "" }
       *[other] { $amended_date }{ " " }
    }№ { $amended_number } шешімі жүктелмеген: алдымен соны жүктеңіз
}
ingest-error-same-short-key = { $budget } мен { $other } қысқа кілті бойынша ажыратылмайды
ingest-error-setter-undated = { NUMBER($year, useGrouping: 0) } жылдың { $language ->
    [kk] қазақша
   *[ru] орысша
} кестесін № { $setter_number } шешімі белгілеген, ал оның күні айтылмаған
ingest-error-table-twice = { NUMBER($year, useGrouping: 0) } жылдың № { $setter_number } шешімі белгілеген { $language ->
    [kk] қазақша
   *[ru] орысша
} кестесі екі рет тұр
ingest-error-year-outside-budget = { NUMBER($year, useGrouping: 0) } жылдың { $language ->
    [kk] қазақша
   *[ru] орысша
} кестесі бюджеттің { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) } жылдарынан тыс
ingest-error-worse-reading = ештеңе сақталмады. { NUMBER($year, useGrouping: 0) } жылдың кестесі ({ $language ->
    [kk] қазақша
   *[ru] орысша
}) { $file } файлындағыдай қалады: бұл файл нашарырақ оқылды ({ lost-in-reading }). load --replace оны бәрібір сақтайды
ingest-error-amount-too-large = { $printed } — кез келген ақша сомасынан көп
ingest-error-language-unknown = мәтіннің тілі белгісіз
ingest-error-row-twice = { NUMBER($year, useGrouping: 0) } жылдың { NUMBER($row, useGrouping: 0) }-қатары екі рет тұр

## Деректер жинағы неге оқылмады

archive-error-no-git = git орнатылмаған, ал мұрағат оның тарихынан оқылады: git орнатыңыз (Debian: apt install git)
archive-error-no-clone = { $path }: бұл git репозиторийі де, ішінде репозиторий бар қалта да емес
archive-error-no-commits = { $path }: бұл репозиторийде бірде-бір коммит жоқ
archive-error-git-failed = { $path }: git бұл репозиторийді оқи алмады: { $said }
archive-error-no-council = бұл мұрағатта { $council } деген мәслихат жоқ{ $near ->
    [none] { "" }
   *[other] ; бары: { $near }
}
dataset-error-broken-csv = бұл жерде тырнақшалар немесе кодтау бұзылған
dataset-error-columns-missing = мына бағандар жоқ: { $columns }
dataset-error-file-unreadable = файлды оқу мүмкін болмады: { system-error }
dataset-error-other-form = бұл { $version } нұсқалы { $form } емес
dataset-error-cell-count = ұяшық саны { $cells }, баған саны { $columns }
dataset-error-cell-value = бұл бағанда мұндай мән болмайды
dataset-error-edition-out-of-order = күтілгені { $expected }
dataset-error-edition-unknown = бұл дереккөзде мұндай редакция жоқ
dataset-error-line-count = lines.csv ішінде оның { $lines } жолы бар
dataset-error-source-out-of-order = күтілгені { $expected } немесе одан кейінгі
dataset-error-source-unknown = мұндай дереккөз жоқ
dataset-error-source-without-text = texts.csv ол туралы ештеңе айтпайды

## Деректер жиыны — оны оқитындарға

dataset-title = Қазақстандағы жергілікті мәслихаттардың бюджеттері, шешім артынан шешім
dataset-description = Сомалар — бүтін теңгемен. Бұл — мәслихаттардың жоспары, бюджеттің атқарылуы емес. Бос ұяшық — көрсетілмеген, нөл емес. Екі тілде жүктелген кесте lines.csv файлында әр тілде бір реттен тұр.
dataset-file-sources = Жолдар оқылған файлдар
dataset-file-texts = Әр файлдың өзінде басылған шешім туралы айтқаны — шешімнің әр бюджеті бойынша
dataset-file-mentions = Әр файлда аталған шешімдер: нені өзгертеді және немен өзгертілген
dataset-file-editions = Бюджеттің бір жылғы кестесі — бір шешімнен кейінгі күйінде, бір тілде
dataset-file-lines = Барлық басылған жол, қорытындыларымен бірге; қосар алдында row_role = leaf бойынша сүзіңіз. Қайтарылатыны өз сальдосында шегеріледі: net_lending/repayments және /5, financial_assets/sale және /6, financing_payments
dataset-file-figure_changes = Шешімнің мәтіні ауыстырған сандар, теңгемен
dataset-file-discrepancies = Құжаттар өзіне, басқа тілдегі мәтініне немесе бұрынғы редакцияға қайшы келетін жерлер
dataset-file-warnings = Күмәнмен оқылған жерлер
dataset-file-decisions = Белгілі барлық шешім: жүктелгені де, басқалары тек атағаны да; қалған файлдардан шығады
dataset-file-changes = Әр шешім бұрынғы редакцияға қарағанда нені өзгертті; қалған файлдардан шығады
dataset-guide = Қалай оқу керек
dataset-guide-lines = Мәслихат шешімдерінің әр басылған жолы: «lines» парағында бір жол — бір қатар.
dataset-guide-amount = amount — теңгемен, бүтін сан; бос ұяшық — көрсетілмеген, нөл емес.
dataset-guide-doubt = doubt — сома қағаздағыдан неге өзгеше болуы мүмкін: scanned — суреттен оқылған, расталмаған; unsure — көрші жолдікі немесе басқа жылдікі болуы мүмкін.
dataset-guide-totals = Қорытынды қатарлар да бар: қосар алдында row_role = leaf бойынша сүзіңіз.
dataset-guide-codes = Кодтар — мәтін: алдыңғы нөлдері сақталады. line_id — жолдың тұрақты атауы.
dataset-guide-phase = phase: approved — бекітілген, adjusted — кейінгі шешіммен өзгертілген.
dataset-guide-language = language: екі тілде жүктелген кесте мұнда әр тілде бір реттен тұр; қосар алдында бір тілін ғана алыңыз.
dataset-guide-source = decision_number, decision_date, appendix, row — сома басылған жер; source — файл (sources.csv).
dataset-guide-plans = Бұл — мәслихаттың жоспары, бюджеттің атқарылуы емес.

## Баптаулар

setting-error-address = https://example.org/path сияқты мекенжай болуы керек
setting-error-database-driver = sqlite+aiosqlite:// немесе postgresql+asyncpg:// деп басталуы керек
setting-error-database-url = sqlite+aiosqlite:///qazyna.db сияқты дерекқор мекенжайы емес
setting-error-listen = 127.0.0.1:8080 сияқты торап:порт болуы керек
setting-error-one-of = мыналардың бірі болуы керек: { $allowed }
setting-error-secret-form = A-Z a-z 0-9 _ - таңбаларының 1-ден 256-ға дейінгісі болуы керек
setting-error-secret-missing = WEBHOOK_URL бар кезде берілуі керек, әйтпесе кез келген адам Telegram болып көріне алады
setting-error-telegram-ids = Telegram нөмірлері (id) үтір арқылы жазылуы керек
setting-error-unusable = жарамайды

## Бот неге іске қосылмады немесе тоқтады

start-error = Бот іске қосыла алмады: { $reason }
start-no-token = BOT_TOKEN берілмеген. Telegram-дағы @BotFather-ден токен алып (/newbot), .env ішіне BOT_TOKEN=… деп жазыңыз.
start-without-telegram = Ботты Telegram-сыз байқап көру: python -m bot chat
start-token-form = BOT_TOKEN — токен емес: токен 123456789:AAH… түрінде болады, оны @BotFather береді.
start-token-refused = Telegram BOT_TOKEN-ді қабылдамайды: ол қате немесе күші жойылған. @BotFather-ден сұраңыз.
start-unreachable = Bot API-ге қосылу мүмкін болмады: { $said }
start-telegram-refused = Telegram бас тартты: { $said }

## Командалар туралы анықтама

cli-usage = шақыру:
cli-command = КОМАНДА …
cli-arguments = көрсетілетіні
cli-options = параметрлер
cli-commands = командалар
cli-help = осы анықтаманы көрсету
cli-program = Qazyna Қазақстандағы жергілікті мәслихаттардың бюджеттері туралы сұрақтарға жауап береді — шешім артынан шешім.
cli-command-run = Telegram боты: long polling, ал WEBHOOK_URL берілсе — вебхук
cli-command-chat = сол бот осында, Telegram-сыз; түймелері нөмірленген
cli-command-load = шешімдерді дерекқорға жүктеу; файлды қайта жүктеу ештеңені өзгертпейді
cli-command-parse = файлдан түсінілгені; ештеңе сақталмайды
cli-command-ask = сұраққа немесе енгізілген әр жолға жауап
cli-command-changes = шешім нені өзгертті, жол-жолымен, қорытындылар сәйкес пе
cli-command-check = жүктелген құжат өзіне қайшы келетін барлық жер
cli-command-coverage = облыс пен жыл бойынша: жүктелгені және оның қаншалықты таза оқылғаны
cli-command-export = деректер жиыны: CSV файлдары (Tabular Data Package) мен электрондық кесте
cli-command-backup = дерекқордың сенімді көшірмесі, бот жұмыс істеп тұрғанда да
cli-command-migrate = дерекқордың сұлбасын жаңарту
cli-command-stats = сақталғанның саны
cli-json = JSON; сомалар бүтін теңгемен
cli-lang = атаулар мен мәтіндердің тілі
cli-load = алдымен осы файлдарды немесе қалталарды жүктеу
cli-paths = шешімдердің файлдары, қалталары, zip-архивтері
cli-archive = шешімдердің ашық мұрағатының көшірмесі (git clone) немесе ондай көшірмелері бар қалта: бюджеттер барлық нұсқасымен
cli-council = тек осы мәслихат: екі тілдің біріндегі атауы немесе коды; бірнешеуін көрсетуге болады
cli-since = тек осы жылдан немесе одан кейін басталатын бюджеттер
cli-jobs = қатар оқитын процестер саны; көрсетілмесе, процессорлар саны
cli-replace = нашарырақ оқылған кесте жақсысын ауыстырсын
cli-file = шешім
cli-question = қазақша немесе орысша сұрақ
cli-stdin = енгізілген әр жолға жауап беру
cli-number = шешімнің нөмірі; көрсетілмесе — ең жаңасы
cli-place = шешімді мәслихаты қабылдаған жер
cli-date = шешім қабылданған күн
cli-folder = қалта; жоқ болса, жасалады
cli-backup-path = көшірме файлы

## Команда қате шақырылды

usage-help = Бәрі осында: { $command } --help
usage-no-command = { $found } деген команда жоқ{ $similar ->
    [none] { "" }
   *[other] ; ұқсасы: { $similar }
}
usage-no-option = { $found } деген параметр жоқ{ $similar ->
    [none] { "" }
   *[other] ; ұқсасы: { $similar }
}
usage-option-value = { $takes ->
    [nothing] { $name } параметрінде мән болмайды
   *[value] { $name } параметрінің мәні керек
}
usage-missing = көрсетілмеген: { $name }
usage-value = мәні жарамайды: { $name }{ $least ->
    [none] {""}
   *[other] { $most ->
        [none] {" "}— бүтін сан, ең азы { $least }
       *[other] {" "}— бүтін сан, { $least } мен { $most } аралығында
    }
}
usage-extra = мұның неге керегі түсініксіз: { $found }

## Командалар не басып шығарады

load-progress = жүктелуде
load-nothing = жүктейтін файл жоқ
load-left = { $count ->
    [0] Соңғы файлдан кейін тоқтатылды.
   *[other] { $count } файлға жете алмадық: сол команда әрі қарай жалғастырады.
 }
load-file = файл
load-decision = шешім
load-editions = редакция
load-lines = жол
load-discrepancies = сәйкессіздік
load-milliseconds = мс
load-result = нәтиже
load-status = { $status ->
    [new] жаңа
    [unchanged] өзгеріссіз
    [replaced] ауыстырылды
   *[failed] жүктелмеді
}
load-more = тағы { $count }: python -m bot parse { $path }
load-first = әзірге ештеңе жүктелмеген: python -m bot load data/taraz
load-usage = load командасына файлдар мен қалталар немесе --archive беріледі; --council, --since, --jobs және --json тек --archive параметрімен бірге жүреді
archive-history = { $archive }: тарихы
archive-choice = { $archive }: бюджеттер ізделуде
archive-reading = { $archive }: оқылуда
archive-no-acts = ішінде бірде-бір акт жоқ: бұл шешімдер мұрағатының көшірмесі ме?
archive-earlier = { NUMBER($since, useGrouping: 0) } жылдан бұрын басталатын бюджеттер алынбады: { NUMBER($earlier) }, соңғысы — { NUMBER($latest, useGrouping: 0) } жылдан
archive-cut = { $archive }: көшірмеде тарихтың соңғы бөлігі ғана бар (--depth арқылы алынған), бұрынғы нұсқалар жетіспейді: git fetch --unshallow
archive-acts = қаралған акт: { NUMBER($acts) }, оның ішінде бюджет емесі: { NUMBER($others) }, бұрын оқылып, өзгермеген бюджет: { NUMBER($unchanged) }
archive-read = қазір оқылған бюджет: { NUMBER($budgets) }, нұсқалары: { NUMBER($versions) }, оқылған мәтін: { NUMBER($texts) }, қабылданбағаны: { NUMBER($refused) }
kind-amount-missing = жолда сома жоқ
kind-digits-oddly-spaced = цифрлар арасы бұзылған
kind-cells-unsure = ұяшықтары күмәнді
kind-levels-unsure = деңгейлері күмәнді
kind-row-hidden = жасырылған жол
kind-row-set-aside = жол есепке алынбаған
kind-row-lost = жоғалған жол
kind-row-repeated = екі рет тұрған жол
kind-signs-differ = белгілері әртүрлі
kind-name-slipped = өз кодының тұсында тұрмаған атау
kind-name-unlike-editions = басқа редакциялардағы кодының тұсында тұрмаған атау
kind-code-unsure = коды күмәнді
kind-name-unsure = атауы күмәнді
kind-name-in-other-language = атау тек екінші тілде
kind-names-in-both-languages = атаулар екі тілде
kind-table-twice = кесте екі рет тұр
kind-table-in-both-languages = екі тілдегі кесте
kind-table-unclosed = кесте жабылмаған
kind-titled-as-no-budget = бюджет деп аталмаған
kind-thousands-or-decimals = мыңдық па, ондық па
kind-scanned = суреттен оқылған
kind-unit-in-amounts = өлшем бірлігі сомада
kind-unit-assumed = өлшем бірлігі айтылмаған
kind-units-differ = бірліктер әртүрлі
kind-years-differ = екі түрлі жыл аталған
kind-column-no-budget = сомалар бағаны бюджет емес
kind-column-unknown = сомалардың үстінде таныс емес жазу
kind-stamp-differs = кестенің үстінде басқа шешім аталған
kind-other-decision = басқа шешімнің кестесі
kind-several-places = бір тақырыпта бірнеше жер
kind-unit-contradicted = бірлігі мәтіндегідей емес
kind-place-differs = бұл мәслихаттікі емес жер
kind-year-outside = бұл бюджетте жоқ жыл
kind-year-unlikely = жоспарға келмейтін жыл
kind-changed-rows = өзгерген жолдар ғана
kind-unit-from-text = бірлік мәтін бойынша
kind-unit-of-header = бірлік тақырып бойынша
kind-unit-unknown = бірлік белгісіз
kind-year-from-appendix = жылы қосымшадан алынған
kind-year-untold = белгісіз жыл
kind-kind-assumed = шешімнің түрі болжалды
kind-amended-decisions-differ = өзгертілетін шешім екі түрлі
kind-amendment-not-later = түзету бұрынырақ күнмен
kind-date-impossible = жоқ күн
kind-decision-dated-twice = шешімнің екі күні бар
kind-decision-undated = шешімнің күні жоқ
kind-footnote-out-of-order = ескертулердің реті бұзылған
kind-note-not-understood = кесте үстіндегі жазба түсініксіз
kind-fact-differs = деректер мәтінмен сәйкес емес
kind-facts-unread = деректер оқылмаған
kind-adopted-differs = қабылданған күні екі түрлі
kind-change-unplaced = қай бөлігі өзгергені айтылмаған
kind-cause-not-in-text = себепші шешім мәтінде жоқ
kind-changed-without-note = кесте ескертусіз өзгерген
kind-table-not-read = редакция кестесі оқылмаған
kind-table-absent = редакцияда кесте жоқ
kind-dash-or-minus = сызықша ма, минус па
kind-figure-is-no-amount = сан сома емес
kind-figure-oddly-spaced = сандағы бос орындар бұзылған
kind-figure-untied = сан ешбір жолға келмейді
kind-figures-unpaired = сандардың жұбы жоқ
kind-text-unsure = суреттегі сандар күмәнді
kind-thousands-left-out = «мың» сөзі жоқ
kind-thousands-left-out-but-table-agrees = «мың» сөзі жоқ, кесте растайды
kind-sum = жолдар қосындысы
kind-total = бөлім қорытындысы
kind-net_lending = таза бюджеттік кредиттеу
kind-financial_assets = қаржы активтерінің сальдосы
kind-deficit = тапшылық
kind-financing = тапшылықты қаржыландыру
kind-text = мәтін мен кесте
kind-summary = ауылдық округтер жинағы
kind-section_missing = бөлім жоқ
kind-total_missing = қорытынды жоқ
kind-balance_missing = сальдо жоқ
kind-other_section = басқа бөлімнің жолы
kind-zero_code = нөлдерден тұратын код
kind-above_parent = бөлігі бүтінінен көп
kind-language = екі тілдегі мәтін
kind-previous = өзгертуге дейінгі сан
archive-findings = күмәнді, түрі бойынша: { $kinds }
archive-discrepancies = сәйкессіздіктер, түрі бойынша: { $kinds }
archive-stored = мұрағаттан сақталғаны: бюджет шешімі — { NUMBER($acts) } (күші жойылғаны: { NUMBER($repealed) }), нұсқа: { NUMBER($versions) }, мәтін: { NUMBER($texts) }, қабылданбағаны: { NUMBER($refused) }
archive-editions = бюджет: { NUMBER($budgets) }, редакция: { NUMBER($editions) }, жол: { NUMBER($lines) }
ask-usage = бір сұрақ немесе --stdin керек
no-decision = { $number ->
    [none] жүктелген шешімдердің ешқайсысы кесте белгілемейді
   *[other] { $others ->
        [none] жүктелгендердің ішінде № { $number } шешімі жоқ
       *[other] жүктелген № { $number } шешімдері — басқалары: { $others }
    }
}
budget-not-loaded = бірде-бір бюджеті жүктелмеген: { $place }{ $near ->
    [none] {""}
   *[other] ; бары: { $near }
}
compared-edition = { $decision }, { $place }, { NUMBER($year, useGrouping: 0) } жыл
compared-nothing = осы жылдың бұрынғы редакциясы жүктелмеген: салыстыратын ештеңе жоқ
compared-against = { $decision } шешімімен салыстырғанда, мың теңге
compared-skipped = арада жүктелмегені: { $decision }
compared-path = мекенжайы
compared-old = бұрын
compared-new = енді
compared-change = айырма
compared-status = күйі
compared-name = атауы
compared-line = { $status ->
    [added] жаңа
    [removed] алынған
    [renamed] атауы өзгерген
   *[changed] өзгерген
}{ $moved_to ->
    [none] { "" }
   *[other] { " → " }{ $moved_to }
}{ $moved_from ->
    [none] { "" }
   *[other] { " ← " }{ $moved_from }
}
compared-flow = қысқарғаны { THOUSANDS($cut) }, көбейгені { THOUSANDS($risen) }; кірістер есебінен { THOUSANDS($revenue) }, қаржыландыру есебінен { THOUSANDS($financing) }
compared-reconciled = дәл келеді: жолдардың өзгерісі әр басылған қорытындының өзгерісіне тең
compared-unread = оқылмады, алынған да, қосылған да жоқ: { $path } { $name }, бұрын { $old }, қазір { $new }
compared-row-unread = басылған жол оқылмады: { $printed }
compared-unsettled = жолдардың бәрі оқылмаған: дәл келетіні белгісіз
compared-gap = дәл келмейді: { $path } { THOUSANDS($printed) } өзгереді, ал жолдары — { THOUSANDS($leaves) }
check-nothing = сәйкессіздік жоқ: жүктелген құжаттар өзіне қайшы емес
export-rows = { $file }: { $count }
schema-version = сұлба { $version }
backup-done = { $file }: { $bytes } байт
backup-error-damaged = дерекқор бүлінген, ештеңе көшірілмеді: { $said }
backup-error-exists = { $file } бұрыннан бар; ештеңе жазылмады
backup-error-no-database = { $file } дерекқоры жоқ
backup-error-not-a-file = бұл дерекқор SQLite файлы емес; көшірмесін өз бағдарламасы жасайды: pg_dump
stopped-by-hand = тоқтатылды
stats-budgets = бюджет: { $count }
stats-decisions_loaded = жүктелген шешім: { $count }
stats-decisions_known = белгілі шешім: { $count }
stats-editions = редакция: { $count }
stats-lines = жол: { $count }
stats-names = атау: { $count }
stats-discrepancies = сәйкессіздік: { $count }
stats-people = адам: { $count }
stats-missed_questions = жауапсыз сұрақ: { $count }

## Елдің қаншасы жүктелген

coverage-region = облыс
coverage-no-region = облысы белгісіз
coverage-place = жер
coverage-year = жыл
coverage-years = жылдар
coverage-councils = мәслихаттар
coverage-part = { $whole } ішінен { $part }
coverage-rural-places = ауыл, округ, қала
coverage-editions = редакция
coverage-read-cleanly = таза оқылғаны
coverage-not-loaded = жүктелмегені
coverage-findings = күмәндісі
coverage-discrepancies = сәйкессіздік
coverage-refused = қабылданбаған мәтін
coverage-unread = оқылмаған бюджет
coverage-absent = ештеңе жүктелмеген: { $regions }
coverage-look-first = Алдымен мыналарды қараңыз:
coverage-all-clean = ештеңе: барлық мәтін таза оқылды

## The chat in the terminal

chat-starting = Іске қосылып жатыр…
