### Боттың қазақша мәтіндері. Адамға «Сіз» деп, қарапайым тілмен жазамыз.

language-name = Қазақша
language-called-kk = қазақша қазақ қазақшаға қаз
language-called-ru = орысша орыс орысшаға

## Командалар

command-start = Басынан бастау
command-help = Қалай сұрауға болады
command-ask = Сұрақ: /ask мектеп
command-budget = Бүкіл бюджет немесе сұрақ: /budget мектеп
command-decisions = Мәслихаттың бюджет туралы шешімдері
command-changes = Шешім нені өзгертті
command-home = Өз қалаңыз, ауданыңыз немесе ауылыңыз
command-follow = Сіз бақылап отырған жолдар
command-language = Тілді ауыстыру (kk / ru)
command-privacy = Сіз туралы сақталатын деректер
command-forget = Сіз туралы сақталғанның бәрін өшіру
command-about = Бот туралы
command-group-language = Осы топтағы жауаптың тілі (kk / ru)
command-group-home = Осы топтың жері (анонимді түрде жазыңыз)

## Алғашқы хабарға дейін

profile-short = Жергілікті бюджет: қанша, қайдан, қайда және қалай өзгерді
profile-what = Қала немесе аудан бюджетінде қанша ақша бар, ол қайдан келеді, қайда жұмсалады және мәслихаттың әр шешімі нені өзгертті — соны айтамын. Әр соманың жанында шешімі, қосымшасы мен жолы тұрады.
profile-ask = Жай сөзбен сұраңыз: «мектептер», «жол жөндеу», «соңғы өзгерістер». Кез келген чатта @{ $username } деп бастаңыз.
profile-plan = Бұл — жоспар, атқарылуы емес.

## Сомалар

amount = { $number } { $unit }
unit-tenge = теңге
unit-thousand = мың теңге
unit-million = млн теңге
unit-billion = млрд теңге
unit-trillion = трлн теңге
unit-short-tenge = теңге
unit-short-thousand = мың
unit-short-million = млн
unit-short-billion = млрд
unit-short-trillion = трлн

## Бюджеттің бөлімдері

section-revenue = Кірістер
section-expenditure = Шығындар
section-net_lending = Таза бюджеттік кредиттеу
section-financial_assets = Қаржы активтерімен операциялар бойынша сальдо
section-deficit = Бюджет тапшылығы (профициті)
section-deficit-below = Бюджет тапшылығы
section-deficit-above = Бюджет профициті
section-financing = Тапшылықты қаржыландыру (профицитті пайдалану)
section-financing_receipts = Қаржыландыру түсімдері
section-financing_payments = Қарыздарды өтеу

## Танысу

start-title = Сәлеметсіз бе! Бұл — «Қазына».
start-what = Мен жергілікті бюджет туралы сұрақтарға жауап беремін: қанша ақша бар, қайдан түседі, қайда жұмсалады. Мәслихаттың әр шешімі нені өзгерткенін және әр соманың қай жерде басылғанын көрсетемін.
start-ask = Сұрағыңызды қарапайым сөзбен жазыңыз. Мысалы:
# Мысал сөздер: бюджетте дәл бір жолы бар алғашқысы көрсетіледі.
start-example-words = мектептер | көше жарығы | абаттандыру | жол жөндеу | мәдениет | кірістер
start-example-total = ақша қайда кетеді
start-more = Толығырақ: /help. На русском: /language.
start-link-unread = Сіз ашқан сілтемені түсінбедім. Сұрағыңызды сөзбен жазыңыз.
start-loaded = Жүктелген бюджеттер:
start-budget = { $place }, { $years }
start-budget-untold = { $place }, { $years }: кесте жоқ, тек шешімдердің мәтіні жүктелген
start-more-budgets = { $count ->
    [one] тағы { $count } бюджет: жердің атын жазыңыз
   *[other] тағы { $count } бюджет: жердің атын жазыңыз
}
button-start-changes = ± Соңғы өзгерістер
button-start-largest = Ең ірі шығындар
budget-of-year = { $year } жылғы бюджет
button-side = ▾ { $name } ({ $count })
button-decisions-all = Бюджет туралы шешімдер
button-start-section = { $section } · { $place }

talk-greeting = Сәлеметсіз бе! Бюджет жолын атаңыз немесе, мысалы, «ақша қайда кетеді» деп сұраңыз.
talk-itself = Мен — «Қазына» ботымын: адам да, әкімдік қызметкері де емес, бағдарламамын. Сомаларды мәслихаттардың жергілікті бюджет туралы шешімдерінен табамын, әрқайсысының шешімін, қосымшасын және жолын айтамын. Қалай сұрауға болады: /help
talk-language = Жауаптың тілін осы жерде таңдайсыз: /language.
talk-leaving = Жолдарды бақылауды тоқтату: /follow. Сіз туралы жазылғанның бәрін өшіру: /forget. Басқа хабарлама жібермеймін.
talk-request = Бұған көмектесе алмаймын: жергілікті бюджет туралы шешімдердегі сомаларды ғана білемін. Мысалы, «ең ірі шығындар» немесе «кірістер» деп сұраңыз.
talk-thanks = Оқасы жоқ! Тағы сұрағыңыз болса, жазыңыз.
talk-farewell = Сау болыңыз! Жаңа сұрақтарыңызды күтемін.
talk-agreement = Жақсы. Тағы қандай сома керек болса, сұраңыз.
talk-swearing = Көңіліңіз толмағанын түсінемін. Бюджет жолын сөзбен немесе кодпен жазыңыз, сомасын табуға тырысамын.
talk-wordless = Сұрағыңызды сөзбен жазыңыз, мысалы «ең ірі шығындар».
talk-places = Жүктелген жерлер тізімі, өз жеріңізді таңдау: /home.
talk-check = Сомасы бар хабарламаға «тексер» деп жауап беріңіз немесе былай жазыңыз: «{ $claim }». Шешімдермен салыстырамын.
talk-check-plain = Сомасы бар хабарламаға «тексер» деп жауап беріңіз. Шешімдермен салыстырамын.

help-title = Қалай сұрауға болады
help-name = Атауымен: { $asked }. Қате жазылса да, орысша немесе латынша жазылса да түсінуге тырысамын.
help-name-plain = Жолдың атауымен. Қате жазылса да, орысша немесе латынша жазылса да түсінуге тырысамын.
help-code = Бюджет кодымен: { $codes }.
help-code-plain = Бюджет кодымен.
help-amount = Дәл сомасымен ({ $unit }): { $amount }.
help-amount-plain = Дәл сомасымен.
help-edition = Басқа жыл немесе басқа шешім бойынша: { $asked }.
help-edition-plain = Басқа жыл немесе басқа шешім бойынша: жылын, шешімнің нөмірін немесе күнін қосыңыз.
help-several = Бірден бірнеше сома: { $asked }.
help-largest = ең ірі шығындар
help-or = { $one } немесе { $other }
help-years = { $word } { $first } және { $second }
help-quoted = «{ $said }»
help-word = Бейтаныс сөзді түсіндіремін: «субвенция деген сөз нені білдіреді».
help-check = Айтылғанды шешімдермен салыстырамын: «{ $claim }». Сомасы бар хабарламаға «тексер» деп жауап беруге де болады.
help-check-plain = Айтылғанды шешімдермен салыстырамын: сомасы бар хабарламаға «тексер» деп жауап беріңіз.
help-buttons = Түймелер жолдың ішін, ол кіретін жолды және өзгерістер тарихын ашады.
help-inline = Кез келген чатта @{ $username } деп бастап, сұрағыңызды жазсаңыз, жауапты сол жерге қоя аласыз.
ask-how = Сұрақты команданың артына жазыңыз:
help-group = Топта маған команда жіберіңіз, атымды атаңыз немесе хабарламама жауап беріңіз.
help-scope = Маңызды: бұл — мәслихат шешімдері, яғни жоспар. Іс жүзінде қанша ақша жұмсалғанын (атқарылуын) мен білмеймін.
help-commands = Командалар: /start, /help, /ask, /budget, /decisions, /changes, /home, /follow, /language, /privacy, /forget, /about.

group-ask = Топта былай сұраңыз:
guest-ask = Кез келген чатта былай сұраңыз:
guest-once = Мұнда әр сұраққа бір рет жауап беремін, жалғасы — менімен жеке чатта.
group-name = «@{ $username } { $example }»: атымды атап сұраңыз;
group-taken = біреудің сұрағына «@{ $username }» деп жауап берсеңіз, сол сұраққа жауап беремін;
group-reply = хабарламама жауап беріңіз: «ал { $other }?»;
group-command = командалар: /ask { $example }, /changes;
group-inline = кез келген чатта хабарламаны @{ $username } деп бастаңыз.
group-buttons = Жауаптың түймелерін сұраған адам басады, басқаларға жауап жеке көрінеді. Өзгелердің әңгімесіне араласпаймын.

about-title = «Қазына» туралы
about-what = «Қазына» мәслихат шешімдерін оқып, бюджеттің әр жолын шешімнен шешімге дейін көрсетеді. Әр соманың қай шешімде, қай қосымшада, қай жолда басылғаны жазылады.
about-scope = Бұл — мәслихат шешімдері, яғни жоспар. Іс жүзінде жұмсалған ақша (атқарылуы) мұнда жоқ.
about-gaps = Кейбір шешім жүктелмесе, бот оны ашық айтады: белгісіз өзгерісті нөл деп көрсетпейді, құжаттың өз қателерін түзетпейді.
about-data = Жүктелген шешімдер:
about-edition = { $place }, { $year } жыл: { $count } шешім, соңғысы — { $date } № { $number }
about-privacy = Сіз туралы таңдаған тіліңіз, жеріңіз (/home), суреттердің түсі және бақылап отырған жолдарыңыз (/follow) сақталады. Қазір жазылғандары және боттың есінде қалатын өзге мәліметтер: /privacy. Жауап табылмаған сұрақтардың сөздері атсыз саналады: ботқа тағы нені үйрету керегі содан көрінеді.

nothing-loaded = Әзірге бірде-бір бюджет жүктелмеген, сондықтан жауап бере алмаймын. Кейінірек қайта келіңіз.

## Тіл

language-choose = Тілді таңдаңыз · Выберите язык
language-saved = Енді Сізбен қазақша сөйлесемін. Сұрағыңызды жаза беріңіз.
language-saved-group = Енді бұл топта қазақша жауап беремін.
language-administrators = Топтың тілін оның әкімшілері таңдайды. Өз тіліңізді менімен жеке чатта таңдай аласыз.

## Жолдың карточкасы

card-budget = { $place } · { $year } жылғы бюджет
card-plan-year = { $place } · { $year } жылғы жоспар (үш жылдық бюджеттен)
card-codes = коды
card-whole-name = Толық атауы:
card-name-elsewhere = Қазақша атауы жүктелген құжаттарда жоқ, орысшасы көрсетілді.
name-elsewhere = { $name } (орысша)
card-readable = { $amount }
card-readable-rounded = шамамен { $amount }
card-deficit-below = тапшылық { $amount }
card-deficit-above = профицит { $amount }
balance-below-more = тапшылық өсті, айырмасы { $size }
balance-below-less = тапшылық азайды, айырмасы { $size }
balance-below-turned = профициттің орнына тапшылық, айырмасы { $size }
balance-below-short = тапшылық { $delta }
balance-above-more = профицит өсті, айырмасы { $size }
balance-above-less = профицит азайды, айырмасы { $size }
balance-above-turned = тапшылықтың орнына профицит, айырмасы { $size }
balance-above-short = профицит { $delta }
card-as-of-newest = Жоспар: { $date } № { $number } шешімі бойынша (жүктелгендердің ең соңғысы)
card-gone = { $date } № { $number } шешімінен бері мұндай жол жоқ.
card-as-of-older = Жоспар: { $date } № { $number } шешімі бойынша. Бұдан жаңасы бар.
card-blocks = Кестедегі { $count } жолдың қосындысы: { $amounts }
card-blocks-more = тағы { $count }
card-share = «{ $name }» жолындағы үлесі: { $share } (барлығы { $amount })
card-share-expenditure = барлық шығындағы үлесі: { $share } (барлығы { $amount })
card-share-revenue = барлық кірістегі үлесі: { $share } (барлығы { $amount })
card-parent = «{ $name }» жолына кіреді (барлығы { $amount })
card-changed = { $date } № { $number } шешімінен бері: { $delta } (бұрын { $old } болған)
card-unchanged = { $date } № { $number } шешімінен бері өзгерген жоқ
card-appeared = { $date } № { $number } шешімінде бұл жол болмаған
card-changed-original = бастапқы бюджеттен ({ $date } № { $number }) бері: { $delta } (бұрын { $old } болған)
card-unchanged-original = бастапқы бюджеттен ({ $date } № { $number }) бері өзгерген жоқ
card-appeared-original = бастапқы бюджетте ({ $date } № { $number }) бұл жол болмаған
card-continued-from = бұрын бұл жол { $code } кодымен тұрған ({ $date } № { $number } шешімімен ауыстырылды)
card-continued-as = { $date } № { $number } шешімінен бастап бұл жол { $code } кодымен тұр
card-plan-became = келесі бюджетте ({ $date } № { $number }) осы жылға: { $amount } (жоспарға қарағанда { $delta })
card-plan-became-absent = келесі бюджетте ({ $date } № { $number }) мұндай жол жоқ
card-plan-became-unread = келесі бюджетте ({ $date } № { $number }) бұл жол басылған, бірақ сомасы оқылмады
card-plan-was = алдыңғы бюджетте ({ $date } № { $number }) осы жылға { $amount } жоспарланған (бекітілгені жоспарға қарағанда { $delta })
card-plan-was-absent = алдыңғы бюджетте ({ $date } № { $number }) осы жылға мұндай жол болмаған
card-plan-was-unread = алдыңғы бюджетте ({ $date } № { $number }) осы жылға бұл жол басылған, бірақ сомасы оқылмады
card-no-previous = Бұдан бұрынғы шешім жүктелмеген, сондықтан өзгерісі белгісіз.
card-no-original = Бастапқы бюджет жүктелмеген.
card-is-original = Бұл — бастапқы бекітілген бюджет.
card-skipped = арада жүктелмеген шешім бар: { $decisions }
card-skipped-more = тағы { $count }
card-unread = Жол басылған, бірақ сомасы оқылмады: { $decisions } шешімі.
card-unread-inside = Ішінде басылған, бірақ оқылмаған жолдар: { $count } — { $names }. Олардың сомасы белгісіз.
source-unread = Басылған, бірақ оқылмаған жолдар: { $count } — { $names }. Олардың сомасы белгісіз.
unread-name = «{ $name }»
card-decision = { $date } № { $number }
conflict-said = ⚠️ Құжат өзіне өзі қайшы: { $said }.
conflict-more = Тағы { $count } сәйкессіздік бар, «Құжат» түймесін қараңыз.
conflict-nothing = жоқ
conflict-unsure = { $said } (мүмкін, біз қате оқыған шығармыз)
conflict-sum = { $printed } деп басылған, ал ішіндегі жолдардың қосындысы { $expected } { $unit }
conflict-total = { $printed } деп басылған, ал бөлім жолдарының қосындысы { $expected } { $unit }
conflict-net_lending = { $printed } деп басылған, ал берілген кредиттерден қайтарылғаны шегерілсе, { $expected } { $unit }
conflict-financial_assets = { $printed } деп басылған, ал сатып алынғаннан сатылғаны шегерілсе, { $expected } { $unit }
conflict-deficit = { $printed } деп басылған, ал жоғарыдағы бөлімдер бойынша { $expected } { $unit }
conflict-financing = { $printed } деп басылған, ал құрамы бойынша { $expected } { $unit }
conflict-text = мәтінде { $printed }, ал кестеде { $expected } { $unit }
conflict-summary = { $printed } деп басылған, ал округтер бюджеттерінің қосындысы { $expected } { $unit }
conflict-language = орысша { $printed }, ал қазақша { $expected } { $unit }
conflict-previous = { $printed } ауыстырылады, ал алдыңғы редакцияда { $expected } { $unit }
card-faults = ⚠ Бұл кесте бүтін бюджет болмауы мүмкін: кей бөлігі басылмаған немесе оқылмаған болуы мүмкін. Соманы құжаттан тексеріңіз.
card-faults-first = ⚠ Кесте бүтін бюджет болмауы мүмкін: { $said }. Соманы құжаттан тексеріңіз.
card-faults-more = тағы { $count }
fault-section_missing = «{ $section }» бөлімі жоқ
fault-total_missing = «{ $section }» бөлімінің қорытындысы жоқ
fault-balance_missing = «{ $section }» жолы жоқ
fault-other_section = { $codes } жолы өзге бөлімнің жолы сияқты, ал «{ $section }» бөлімінде тұр
fault-zero_code = { $codes } жолының коды тек нөлдерден тұрады
fault-above_parent = { $codes } жолының сомасы өзі кіретін жолдан үлкен
fault-others = (мұндай тағы { $count })
doubt-scanned = ⚠️ суреттен оқылған, сома расталмаған
doubt-unsure = ⚠️ анық оқылмаған: сома көрші жолдікі немесе басқа жылдікі болуы мүмкін
doubt-rows = { $count ->
    [one] { $rows }-жол
   *[other] { $rows }-жолдар
}
card-source = Дереккөз:
source-body-unknown = мәслихат ({ $place })
source-edition = { $place }, { $year } жылғы бюджет
source-decision = { $date } № { $number } шешімі
source-appendix = { $appendix }-қосымша
source-row = { $row }-жол
source-faults = ⚠ Бұл кесте бүтін бюджет болмауы мүмкін: соманы құжаттан тексеріңіз.

button-child = { $amount } · { $name }
button-other = ↔ { $name }
button-parent = ⬆ { $name }
button-previous = ◀ Алдыңғылары
button-next = Келесілері ▶
button-ledger = 📜 Тарихы
button-share = Бөлісу
button-newest = Ең соңғысы ▸
button-inside = ▾ Ішіндегі барлық жол ({ $count })
button-edition = № { $number } ▾
button-step = № { $number }
button-decisions = ⬆ Барлық шешім
button-totals = { $year } қорытындысы
button-printed = 🧾 Құжат
button-card = ⬅ Жолға оралу
button-by-code = 🔢 Коды бойынша
button-by-size = 🔽 Сомасы бойынша
button-term = ❔ Мағынасы
button-candidates = ↩ Басқа нұсқалар
button-back-answer = ↩ Жауапқа
button-back-changes = ↩ № { $number } өзгерістеріне
button-back-since = ↩ № { $number } шешімінен кейінгі өзгерістерге
button-back-budget = ↩ { $year } жылғы бюджетке
button-open-bot = Ботта ашу

## Іздеу

candidates-title = «{ $query }» бойынша бірнеше жол табылды. Қайсысы керек?
candidates-unsure = «{ $query }» — мүмкін, мынаны сұраған шығарсыз:
candidates-nearest = «{ $query }» дегенге ең жақыны:
candidates-branch = { $count ->
    [one] «{ $query }»: мұндай жол болса, осы бөлімде тұрар еді:
   *[other] «{ $query }»: мұндай жол болса, осы бөлімдердің бірінде тұрар еді:
}
candidates-page = { $total } жолдың { $first }–{ $last } аралығы
candidate-number = { $number }. { $name }
candidate-inside = { $amount } · { $parent }
candidate-button = { $number }. { $name } — { $parent }
candidates-gone = Сұрағыңыздың өзі көрінбей тұр. Қайта жазып жіберіңізші.
listing-largest = «{ $name }» ішіндегі ең ірі сомалар
listing-largest-expenditure = Ең ірі шығындар
listing-largest-revenue = Ең ірі кірістер
listing-smallest = «{ $name }» ішіндегі ең кіші сомалар
listing-smallest-expenditure = Ең аз шығындар
listing-smallest-revenue = Ең аз кірістер
listing-largest-kind = «{ $words }» бойынша ең ірі жолдар
listing-smallest-kind = «{ $words }» бойынша ең кіші жолдар
listing-outside = { $count ->
    [1] { $title }, бірінші жолдан басқасы
    [one] { $title }, алғашқы { $count } жолдан басқасы
   *[other] { $title }, алғашқы { $count } жолдан басқасы
}
listing-no-place = { $number }-орын жоқ: тізімде барлығы { $count }.
listing-rank = { $name }: { $side } { $like } ішінде { $number }-орын, { $amount }
listing-rank-kind = { $name }: «{ $words }» бойынша { $count } жолдың ішінде { $number }-орын, { $amount }
listing-rank-side = { $side ->
    [expenditure] шығын бойынша
    [revenue] кіріс бойынша
   *[other] сома бойынша
}
listing-rank-like = { $count } { $level ->
    [group] функционалдық топтың
    [subgroup] функционалдық кіші топтың
    [administrator] мекеменің
    [program] бағдарламаның
    [subprogram] кіші бағдарламаның
    [category] санаттың
    [class] сыныптың
    [subclass] кіші сыныптың
   *[other] осындай жолдың
}
listing-all = «{ $name }» құрамы
listing-none = Шешімде бұл жолдың ішінде басқа жол жоқ.
listing-none-within = Шешімде бұл жолдың ішінде басқа жол жоқ. Оның өз сомасы шартқа сай: { $bounds }.
listing-none-beyond = Шешімде бұл жолдың ішінде басқа жол жоқ. Оның өз сомасы шартқа сай емес: { $bounds }.
listing-counted = { $level ->
    [group] Функционалдық топтар саны: { $count }
    [subgroup] Кіші функционалдық топтар саны: { $count }
    [administrator] Бөлімдер мен басқармалар саны: { $count }
    [program] Бағдарламалар саны: { $count }
   *[other] Төменгі деңгейдегі жолдар саны: { $count }
}
listing-whole = Барлығы: { $amount }
listing-computed = Барлығы: { $amount } (есептелді)
listing-without = { $count ->
    [one] { $parts } жолынсыз
   *[other] { $parts } жолдарынсыз
}
listing-unread = { $order ->
    [smallest] { $count ->
        [1] «{ $words }» сөзін түсінбедім. Ең кіші сомалар көрсетілді.
       *[other] «{ $words }» сөздерін түсінбедім. Ең кіші сомалар көрсетілді.
    }
   *[largest] { $count ->
        [1] «{ $words }» сөзін түсінбедім. Ең ірі сомалар көрсетілді.
       *[other] «{ $words }» сөздерін түсінбедім. Ең ірі сомалар көрсетілді.
    }
}
bounded-unread = { $count ->
    [1] «{ $words }» сөзін түсінбедім, сондықтан барлық жолдан іріктелді.
   *[other] «{ $words }» сөздерін түсінбедім, сондықтан барлық жолдан іріктелді.
}
listing-partly = Сұрақтың барлық сөзі түсінікті болмады. Ең жақыны көрсетілді.
listing-others = { $count ->
    [0] Сұраққа ең жақын жол алынды.
    [1] Сұраққа ең жақын жол алынды. Басқасын сұрасаңыз, ол тізімнің астындағы түймеде.
   *[other] Сұраққа ең жақын жол алынды. Басқасын сұрасаңыз, олар тізімнің астындағы түймелерде.
}
listing-average = { $count } жолдың әрқайсысына орта есеппен { $amount } (есептелді).
listing-groups = { $count ->
    [one] { $count } топта
   *[other] { $count } топта бірге (есептелді)
}
remainder-part = «{ $name }»
remainder-title = { $count ->
    [one] { $parts } жолын шегергендегі «{ $whole }»
   *[other] { $parts } жолдарын шегергендегі «{ $whole }»
}
remainder-computed = Шешімде мұндай жол жоқ, сомасы есептелді: { $sum }
remainder-over-years = Жылдар бойынша қалғаны (есептелді):
remainder-over-editions = Шешімдер бойынша қалғаны (есептелді):
remainder-others = Сұраққа ең жақыны шегерілді. Ішінде қалған ұқсас жолдар:
remainder-whole-some = Неден шегеру керегін анық білмеймін: «{ $words }» дегенге бірнеше жол сәйкес келеді.
remainder-whole-none = Неден шегеру керегін таппадым: «{ $words }» дегенге сәйкес жол жоқ.
remainder-part-some = «{ $whole }» сомасынан ештеңе шегермедім: «{ $words }» дегенге ішіндегі бірнеше жол сәйкес келеді. Қайсысы керек?
remainder-part-none = Шегеретін ештеңе жоқ: «{ $whole }» ішінде «{ $words }» дегенге сәйкес жол жоқ.
remainder-outside = Шегеретін ештеңе жоқ: «{ $words }» дегенге сәйкес жол онсыз да «{ $whole }» құрамына кірмейді.
remainder-unsplit = Шегере алмаймын: «{ $whole }» жолының атауы «{ $words }» дегенге сәйкес келетінді де қамтиды, бірақ ішінде ол үшін бөлек жол жоқ. Оған қанша тиесілі екенін шешім көрсетпейді.
remainder-shared = Ештеңе шегермедім: «{ $words }» — «{ $whole }» атауының өзінде бар, ал ішіндегі осы сөздерге сәйкес жолдар оның бір бөлігі ғана, қалдық қате болар еді. Ішіндегі сұраққа сәйкес жолдар:
remainder-balance = «{ $whole }» — жолдардың қосындысы емес, айырма, сондықтан одан шегеруге болмайды.
level-group = функционалдық топтар
level-subgroup = функционалдық кіші топтар
level-administrator = мекемелер
level-program = бағдарламалар
level-line = ең төменгі деңгейдегі жолдар
bounds-average = орташа сома (есептелді), яғни { $amount }
bounds-share = «{ $name }» сомасының { $share }-ы (есептелді), яғни { $amount }
bounds-nothing = сомасы 0
bounds-above = { $low }ден көп
bounds-at-least = кемінде { $low }
bounds-below = { $high }ден аз
bounds-at-most = { $high }ден аспайтын
bounds-range = { $low }ден { $high }ге дейін
bounds-between = { $low }ден көп, { $high }ден аз
bounds-above-line = «{ $name }» сомасынан ({ $amount }) көп
bounds-below-line = «{ $name }» сомасынан ({ $amount }) аз
list-no-subgroups = Бұл шешімде кіші топтар басылмаған: мұнда ең төменгі деңгейдегі жолдар.
bounded-title = «{ $name }», { $level }: { $bounds }
bounded-count = { $count ->
    [1] { $total } жолдың ішінде сәйкесі — 1: { $amount }.
    [one] { $total } жолдың ішінде сәйкесі — { $count }, қосындысы { $amount } (есептелді).
   *[other] { $total } жолдың ішінде сәйкесі — { $count }, қосындысы { $amount } (есептелді).
}
bounded-share = Жалпы сомадағы үлесі — { $share }.
bounded-none = Мұндай жол жоқ: { $total } жолдың бірде-бірі сәйкес емес.
across-count = { $count ->
    [one] { $count } функционалдық топта тұр.
   *[other] { $count } функционалдық топтағы жолдарының қосындысы (есептелді).
}
across-summed = { $count ->
    [one] { $count } топта тұр
   *[other] { $count } топтағы жолдарының қосындысы (есептелді)
}
across-rest = { $first }–{ $last }. бірге { $amount } (есептелді)
across-question = { $code } { $place } { $year } № { $number }
across-ledger = Әр шешімнен кейінгі мекеменің барлық жолының қосындысы (есептелді).
across-groups = { $count } топ
comparison-title = «{ $query }» сұрағы бойынша:
comparison-more = { $name }: { $delta } артық ({ $ratio }).
comparison-nearly = Шамамен тең: { $name } { $delta } артық ({ $ratio }).
comparison-more-than-nothing = { $name }: { $delta } артық.
comparison-equal = Екеуі тең.
comparison-largest = Ең көбі: { $name }. Ең азы: { $least }.
comparison-part = «{ $part }» — «{ $whole }» жолының бөлігі: { $share }. Ондағы қалғаны: { $rest }.
comparison-contrary = Жоқ, керісінше.
comparison-outside = Жоқ, бірі екіншісіне кірмейді: { $part } және { $whole } бөлек тұр.
comparison-ways = Бірі — кіріс, екіншісі — шығын.
comparison-percent = { $share }
comparison-times-whole = { $count ->
    [one] { $times } есе
   *[other] { $times } есе
}
comparison-times = { $times } есе
comparison-unfound = «{ $words }» дегенге сәйкес жол табылмады, сондықтан салыстыратын ештеңе жоқ.
comparison-other-year = Сомалар әр жылдікі ({ $first } және { $second }), сондықтан айырмасы есептелмеді.
comparison-unfound-too = «{ $words }» дегенге сәйкес жол табылмады.
obstacle-same = Аталғанның бәрі — бір жол: «{ $name }».
obstacle-editions = Сомалар бюджет туралы әр шешімнен алынған, сондықтан ештеңе есептелмеді.
obstacle-ranks = Бюджеттердің деңгейі әртүрлі: кірістері мен шығындары басқаша бөлінеді, сондықтан ештеңе есептелмеді.
obstacle-places = Бұл — әр жердің бюджеті: бірінің екіншісіне беретін ақшасы екі рет саналып кетер еді. Сондықтан қосындысы есептелмеді.
obstacle-ways = Кіріс пен шығын қосылмайды, сондықтан қосындысы есептелмеді.
obstacle-balance = Бұл жолдардың бірі — айырма (сальдо, тапшылық) немесе нөлден аз, сондықтан ештеңе есептелмеді.
obstacle-unsure = Сөздерге әртүрлі жол сәйкес келеді, сондықтан ештеңе есептелмеді.
sum-computed = Шешімде мұндай жол жоқ, сомасы есептелді: { $sum }
sum-inner = «{ $part }» «{ $whole }» құрамына кіреді, сондықтан екінші рет қосылмады.
sum-unfound = Сондықтан қосындысы есептелмеді.
years-average = Орта есеппен бір жылға (көрсетілген { $count } жыл бойынша есептелді):
years-sum = Осы жылдары барлығы (есептелді):
by-edition-rises-most = Ең көп өскені: { $name } ({ $change }).
by-edition-rises-least = Ең аз өскені: { $name } ({ $change }).
by-edition-rises-none = Бұл жолдардың ешқайсысы өскен жоқ.
by-edition-cuts-most = Ең көп азайғаны: { $name } ({ $change }).
by-edition-cuts-least = Ең аз азайғаны: { $name } ({ $change }).
by-edition-cuts-none = Бұл жолдардың ешқайсысы азайған жоқ.
by-edition-sums = Барлығы (есептелді):
comparison-year-of = { $year } жыл:
comparison-plan-year-of = { $year } жылғы жоспар (үш жылдық бюджеттен):
comparison-year-open = { $year } жыл
comparison-edition-of = { $date } № { $number }:
comparison-edition-open = { $date } № { $number }
comparison-in-year = { $name }, { $year } жыл
comparison-unsure = «{ $words }»: қай жол екені анық емес. «{ $name }» жолы алынды.
comparison-open = «{ $words }»: қай жол екені анық емес.
comparison-together = { $count ->
    [one] «{ $words }»: { $count } жол: { $amount }
   *[other] «{ $words }»: { $count } жол бірге: { $amount } (есептелді)
}
comparison-supposed = «{ $words }»: бәлкім, бұл «{ $name }».
comparison-others = Басқа жолды сұраған болсаңыз:
lacking-year = { $value } жыл: жүктелмеген
lacking-line = { $value } жыл: мұндай жол жоқ
lacking-decision = № { $value }: жүктелмеген
lacking-decision-year = № { $value }: онда { $year } жылғы кесте жоқ
lacking-edition-line = № { $value }: мұндай жол жоқ
lacking-month = { $value }: бұл айдың шешімдері жүктелмеген
lacking-original = { $value } жыл: бастапқы бюджет жүктелмеген
every-place = Әр жердің бюджеттері қосылмайды. Бірнешеуін қатар көру үшін атаңыз, мысалы: «{ $section }: { $one } және { $other }». Төменде бір жер ғана.
which-place-alone = Бір ғана жер жүктелген, оны салыстыратын жер жоқ. Төменде — соның сомалары.
which-place-more = Қай жерде көп екенін білу үшін жерлерді атаңыз, мысалы: «{ $section }: { $one } және { $other }». Төменде бір жер ғана.
decision-alike = Нөмірі { $number } шешім де бар: сол туралы сұрасаңыз, «{ $number } шешімі» деп жазыңыз.
nothing-found = «{ $query }» бойынша ештеңе таппадым.
nothing-understood = Іздеген сөздерім: { $words }.
nothing-nearest = Аздап ұқсайтындары:
nothing-nearest-amounts = Сомасы жақындары:
notice-shortened = Хабарлама ұзақ екен, тек мынаны оқыдым: «{ $query }».
notice-sums-alone = Мұнда сомалар ғана бар. Әр жолдың қалай өзгергенін оның тарихы көрсетеді.
notice-one-edition = Тек { $year } жыл № { $number } шешімі бойынша көрсетілді: қалған жылдар мен шешімдерді бөлек сұраңыз.
nothing-try = Жолдың атауын, кодын немесе дәл сомасын жазып көріңіз. Бюджетте қандай жолдар барын былай сұрауға болады: «ең ірі шығындар», «кірістер». Толығырақ: /help
nothing-try-elsewhere = Менен бюджет жолын атауымен, кодымен немесе дәл сомасымен, ал бәрін бірден «ақша қайда кетеді» деп сұрауға болады.

## Айтылғанды тексеру

check-question = тексер: { $claim }
check-claimed = { $word } { $amount }
claim-said = Айтылғаны: { $said }.
claim-exact-amount = { $at } шешімінде дәл осынша: { $actual }.
claim-newest-amount = Қазір, { $at } шешімі бойынша: { $actual }, бұл { $difference }. Айтылғаны тек бұрынғы шешімге сәйкес келеді.
claim-rounded-amount = Дөңгелектесе, { $at } шешімінде осынша: { $actual }.
claim-cut_off-amount = Соңғы цифрлары алынып тасталса, { $at } шешімінде осынша: { $actual }.
claim-within-amount = Бұл аралыққа { $at } шешіміндегі сома кіреді: { $actual }.
claim-within-share = Бұл аралыққа «{ $at }» жолындағы үлесі кіреді: { $actual }.
claim-within-change = Бұл аралыққа кіретін өзгеріс — { $at }: { $actual }.
claim-inside = аралықта
claim-open-unit = { $number } (бірлігі айтылмаған, былай алынды: { $unit })
claim-named-amount = { $at } шешімінде: { $actual }, бұл { $difference }.
claim-none-amount = { $year } жылғы бюджет туралы жүктелген шешімдердің ешқайсысында мұндай сома жоқ. Ең жақыны — { $at } шешімі: { $actual }, бұл { $difference }.
claim-exact-span = { $at } жылдары бірге (есептелді) дәл осынша: { $actual }.
claim-rounded-span = Дөңгелектесе, { $at } жылдары бірге (есептелді) осынша: { $actual }.
claim-cut_off-span = Соңғы цифрлары алынып тасталса, { $at } жылдары бірге (есептелді) осынша: { $actual }.
claim-within-span = { $at } жылдары бірге (есептелді) осы шекте: { $actual }.
claim-named-span = { $at } жылдары бірге (есептелді): { $actual }, бұл { $difference }.
claim-none-span = { $at } жылдары бірге (есептелді) басқа сома: { $actual }, бұл { $difference }.
claim-no-span = Бұл жылдардың сомасы жүктелмеген, салыстыратын ештеңе жоқ.
claim-newest-share = Қазір, { $decision } шешімі бойынша, «{ $at }» жолындағы үлесі: { $actual }, бұл { $difference }. Айтылғаны тек бұрынғы шешімге сәйкес келеді.
claim-then-share = { $decision } шешімінде «{ $at }» жолындағы үлесі: { $actual }.
claim-share-then = { $at }, { $decision } шешімі
claim-exact-share = «{ $at }» жолындағы үлесі дәл осындай: { $actual }.
claim-rounded-share = Дөңгелектесе, «{ $at }» жолындағы үлесі осындай: { $actual }.
claim-cut_off-share = Соңғы цифрлары алынып тасталса, «{ $at }» жолындағы үлесі осындай: { $actual }.
claim-words-share = «{ $at }» жолындағы үлесі: { $actual }, бұл { $difference }.
claim-over-kept = «{ $at }» жолындағы үлесі: { $actual }. Бұл, айтылғандай, { $bound } үлестен көп.
claim-under-kept = «{ $at }» жолындағы үлесі: { $actual }. Бұл, айтылғандай, { $bound } үлестен аз.
claim-over-missed = «{ $at }» жолындағы үлесі: { $actual }. Бұл { $bound } үлестен көп, ал айтылғаны — одан аз.
claim-under-missed = «{ $at }» жолындағы үлесі: { $actual }. Бұл { $bound } үлестен аз, ал айтылғаны — одан көп.
claim-none-share = Бұл жолдың мұндай үлесі жоқ. Ең жақыны — «{ $at }» жолындағы үлесі: { $actual }, бұл { $difference }.
claim-exact-change = Дәл осындай өзгеріс — { $at }: { $actual }.
claim-rounded-change = Дөңгелектесе, осындай өзгеріс — { $at }: { $actual }.
claim-cut_off-change = Соңғы цифрлары алынып тасталса, осындай өзгеріс — { $at }: { $actual }.
claim-named-change = Өзгеріс — { $at }: { $actual }, бұл { $difference }.
claim-none-change = Мұндай өзгеріс жоқ. Ең жақыны — { $at }: { $actual }, бұл { $difference }.
claim-exact-beside = Екі жолдың айырмасы { $at } шешімінде дәл осындай: { $actual }.
claim-rounded-beside = Дөңгелектесе, екі жолдың айырмасы { $at } шешімінде осындай: { $actual }.
claim-cut_off-beside = Соңғы цифрлары алынып тасталса, екі жолдың айырмасы { $at } шешімінде осындай: { $actual }.
claim-within-beside = Екі жолдың айырмасы { $at } шешімінде осы аралықта: { $actual }.
claim-named-beside = Екі жолдың { $at } шешіміндегі айырмасы: { $actual }, бұл { $difference }.
claim-none-beside = Екі жолдың мұндай айырмасы жоқ. { $at } шешімінде: { $actual }, бұл { $difference }.
claim-times-less = { $times } аз
claim-times-more = { $times } көп
claim-none-times = Екі жолдың мұндай айырмасы жоқ. { $at } шешімінде: { $actual }.
claim-named-times = Екі жолдың { $at } шешіміндегі айырмасы: { $actual }.
claim-no-beside = Бұл екі жол бірде-бір шешімде бірге тұрған жоқ, салыстыратын ештеңе жоқ.
claim-no-later = Бұл шешімнен кейінгілері жүктелмеген, салыстыратын ештеңе жоқ.
claim-all-beside = Екі жолдың шешімдер бойынша айырмасы (жақша ішінде айтылғаннан айырмасы):
claim-beside-names = «{ $name }» және «{ $other }» (есептелді)
claim-beside-line = «{ $name }» жолымен қатар.
claim-two-places = «{ $said }»: екі жердің жолдары мұнда салыстырылмайды. «Салыстыр» деп сұраңыз да, екі жерді де атаңыз, соның ішінде: { $place }.
claim-base-unfound = «{ $said }»: салыстыратын жол табылмады, бюджетте «{ $words }» жолы жоқ.
claim-is-below = Бұл — профицит емес, тапшылық. { $at }: { $actual }.
claim-is-above = Бұл — тапшылық емес, профицит. { $at }: { $actual }.
claim-no-amount = Сомалары жүктелмеген, салыстыратын ештеңе жоқ.
claim-no-share = Бұл жолдың үлесі есептелмейді, салыстыратын ештеңе жоқ.
claim-no-change = Бір ғана шешім жүктелген, өзгерісті салыстыратын ештеңе жоқ.
claim-in-table-unit = Құжатта сомалар «{ $unit }» бірлігімен берілген. Егер мұнда да сол айтылса, мұндай сома бар — { $at }: { $actual }.
claim-thousand-more = Айтылғаннан мың есе көп сома бар, { $at }: { $actual }.
claim-thousand-less = Айтылғаннан мың есе аз сома бар, { $at }: { $actual }.
claim-part = Бюджетте бұған бөлек жол жоқ, салыстыратын ештеңе жоқ.
claim-part-lines = { $count ->
    [one] Төмендегі сома бұл туралы емес, осы кіруі мүмкін бүкіл жол туралы:
   *[other] Төмендегі сомалар бұл туралы емес, осы кіруі мүмкін бүкіл жолдар туралы:
    }
claim-more = айтылғаннан { $amount } артық
claim-less = айтылғаннан { $amount } кем
claim-opposite = кері бағытта
claim-points = { $number } п. т.
claim-points-whole = { $count ->
    [one] { $number } пайыздық тармақ
   *[other] { $number } пайыздық тармақ
}
claim-points-part = { $number } пайыздық тармақ
claim-came = { $span } (жаңа жол)
claim-gone = { $span } (жол алынған)
claim-over-gap = { $span }, арадағы жүктелмеген шешімдермен бірге
claim-each-year = { $fits ->
    [0] { $years } жылдың бірде-бірінде мұндай сома жоқ.
   *[other] { $years } жылдың { $fits } жылында осынша.
}
claim-of-year = { $at } ({ $year } жылғы бюджет)
claim-all-amount = Жүктелген барлық сома, { $unit } (жақша ішінде айтылғаннан айырмасы):
claim-all-share = Үлестері (жақша ішінде айтылғаннан айырмасы):
claim-all-change = Өзгерістері (жақша ішінде айтылғаннан айырмасы):
claim-left-out = { $count ->
    [one] … тағы { $count } …
   *[other] … тағы { $count } …
    }
claim-unsure = { $count ->
    [one] Бұл қай жол туралы айтылғаны анық емес. Мүмкін, мынау:
   *[other] Бұл қай жол туралы айтылғаны анық емес. Мүмкін, мыналардың бірі:
    }
claim-together = Бірге (есептелді): { $names }
claim-unsure-together = Бұл қай жолдар туралы айтылғаны анық емес. Мүмкін, мыналар туралы:
claim-not-inside = «{ $said }»: «{ $name }» жолы «{ $words }» ішіне кірмейді, сондықтан ондағы үлесі жоқ.
claim-none-inside = «{ $said }»: бұл туралы айтылуы мүмкін жолдардың ешқайсысы «{ $words }» ішіне кірмейді, сондықтан салыстыратын ештеңе жоқ.
claim-may-be-inside = Егер бұл «{ $name }» жолының ішіндегі бір нәрсенің үлесі болса, ненің үлесі екені айтылмаған.
claim-years-unsaid = «{ $said }»: нақты қай жылдар екені айтылмаған, ал жүктелген бюджеттерде бұл жолдың жыл саны басқа. Жылдарын атаңыз.
claim-years-together = «{ $said }»: бірнеше жыл бойынша мұнда бір ғана жолдың сомасы есептеледі, салыстыратын ештеңе жоқ.
claim-unfound = «{ $said }»: бюджетте «{ $words }» жолы табылмады, салыстыратын ештеңе жоқ.
claim-foreign = «{ $said }»: мұнда сомалар теңгемен, басқа валютамен салыстырылмайды.
claim-negative = «{ $said }»: минус таңбалы сома ештеңемен салыстырылмайды.
claim-no-figure = Хабарламада шешімдермен салыстыратын сан жоқ.
claim-no-subject = «{ $said }»: неге бөлінгені айтылмаған.
claim-missing-place = «{ $said }»: «{ $value }» бюджеті жүктелмеген, салыстыратын ештеңе жоқ.
claim-missing-year = «{ $said }»: { $value } жылғы бюджет жүктелмеген, салыстыратын ештеңе жоқ.
claim-missing-line = «{ $said }»: { $value } жылғы бюджетте мұндай жол жоқ.
claim-missing-edition-line = «{ $said }»: бұл айтылған шешімде мұндай жол жоқ.
claim-missing-edition = «{ $said }»: бұл айтылған шешім жүктелмеген, салыстыратын ештеңе жоқ.
claim-missing-decision-year = «{ $said }»: № { $value } шешімінде { $year } жылғы кесте жоқ, салыстыратын ештеңе жоқ.
claim-missing-which-place = «{ $said }»: бірнеше жер жүктелген, қайсысы туралы айтылғаны анық емес.
claim-verb-amount = Түсінбегенім: { $words }. Айтылған сан осы жолдың сомаларымен салыстырылды.
claim-verb-change = Түсінбегенім: { $words }. Айтылған сан осы жолдың өзгерістерімен салыстырылды.
claim-unread = Салыстырылмағаны: { $numbers }.
claim-scope = Тек сандар салыстырылады, оның өзінде шешімдердегі жоспармен ғана.

## Шешімдерде жоғы және жолға кіретіні

not-held-execution = Іс жүзінде қанша жұмсалғаны, жұмыстың біткен-бітпегені шешімдерде айтылмаған: бұл — жоспар.
not-held-contractor = Мердігердің кім екені және сатып алудың қалай өткені шешімдерде айтылмаған.
not-held-shared = Бір адамға немесе бір данаға шаққанда қанша болатыны шешімдерде айтылмаған.
not-held-count = Олардың саны шешімдерде айтылмаған: онда ақша ғана жазылған.
not-held-pay = Кім қанша алатыны шешімдерде айтылмаған.
not-held-cost = Бұған бөлек жол жоқ: мұндай шығын әр бағдарламаның ішінде, оның қанша екені шешімдерде айтылмаған.
not-held-office = Нақты кім жауапты екені шешімдерде айтылмаған: оларда бағдарламаның әкімшісі, яғни мекеме ғана аталады.
held-office = { $count ->
    [one] Әкімшісі: { $names }.
   *[other] Әкімшілері: { $names }.
}
not-held-person = Нақты кім екені шешімдерде айтылмаған.
not-held-nothing = Шешімдерде ақша берілген нәрселер аталады. Неге ақша берілмегені оларда айтылмаған.
not-held-place = Нақты қай жерде екені шешімдерде айтылмаған.
not-held-time = Нақты қашан екені шешімдерде айтылмаған.
notice-moved = Ақшаның қай жолдан қай жолға ауысқаны және неге екені шешімдерде айтылмаған.
notice-moved-lines = Әр жол былай өзгерді.
not-held-reason = Неге олай екені шешімдерде айтылмаған.
not-held-source = Мұның қай ақшадан төленетіні шешімдерде айтылмаған: кірістің бәрі бюджетке бірге түседі.
not-held-single = Шешімдер жеке нысандарды атамайды: бәріне бір ғана сома берілген.
not-held-rate = Мөлшерлемелер, тарифтер, төлем мөлшерлері мен айлық сомалар шешімдерде жоқ: онда бір жылға арналған сомалар бар.
not-held-state = Бұл туралы шешімдерде айтылмаған: онда ақша ғана жазылған.
not-held-debt = Қарыздың барлығы қанша екені шешімдерде айтылмаған: онда бір жылда алынатын қарыз, оны өтеу және сыйақысы бар.
not-held-line = Жоспардағы сомасы мынау:
not-held-lines = Жоспардағы сомалары бар. Қайсысы керек?
not-held-ask = Сомасын айта аламын: мысалы, «ең ірі шығындар» немесе «кірістер» деп сұраңыз.
part-of-line = Бюджетте бұған бөлек жол жоқ. Бұл мына жолға кіреді:
part-of-lines = Бюджетте бұған бөлек жол жоқ. Бұл мына жолдарға кіруі мүмкін:
supposed-part = Сұрақтағы сөздердің кейбірі бюджетте кездеспейді. Бәлкім, бұл мынаған кіреді:
searched-instead = «{ $query }» бойынша ештеңе табылмады, оның орнына «{ $searched }» ізделді.
missing-year = { $value } жылғы бюджет жүктелмеген. Жүктелген басқа жыл көрсетілді.
missing-year-there = { $place }: { $value } жылғы бюджет жүктелмеген. Жүктелген басқа жыл көрсетілді.
missing-year-beside = { $value } жылғы бюджет жүктелмеген.
missing-decision = № { $value } шешімі жүктелмеген. Жүктелген басқа шешім көрсетілді.
missing-decision-year = № { $value } шешімі жүктелген, бірақ онда { $year } жылғы кесте жоқ. { $year } жылғы бюджет туралы басқа шешім көрсетілді.
missing-date = { $value } күніне дейін қабылданған шешімдер жүктелмеген. Кейінгісі көрсетілді.
missing-month = { $month ->
    [1] Қаңтар айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [2] Ақпан айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [3] Наурыз айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [4] Сәуір айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [5] Мамыр айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [6] Маусым айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [7] Шілде айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [8] Тамыз айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [9] Қыркүйек айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [10] Қазан айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    [11] Қараша айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
   *[12] Желтоқсан айында қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
    }
missing-season = Бұл уақытта қабылданған шешім жоқ немесе жүктелмеген. Басқа шешім көрсетілді.
missing-rank = { $value ->
    [region] Облыс бюджеті — бөлек бюджет, ол мұнда жоқ. Төменде осы бюджетте бары берілді.
    [district] Аудан бюджеті — бөлек бюджет, ол мұнда жоқ. Төменде осы бюджетте бары берілді.
   *[country] Бүкіл елдің бюджеті мұнда жоқ. Төменде осы бюджетте бары берілді.
}
missing-line = { $value } жылғы бюджетте мұндай жол жоқ. Бюджеттің негізгі жылы көрсетілді.
missing-edition-line = № { $value } шешімінде мұндай жол жоқ. Ондай жолы бар басқа шешім көрсетілді.
missing-amount = Бұл бюджетте сомасы { $value } болатын жол жоқ.
missing-amount-elsewhere = { $value } сомасы бюджетте бар, бірақ сұралған жерде емес.
missing-amount-summand = { $value } сомасы бар жол жоқ: төмендегі сома бірнеше қатардан қосылған, солардың бірінде осынша жазылған.
missing-standing = Бұл жылға сонша шешім жоқ: жүктелгені — { $value }. Соңғысы көрсетілді.
missing-earlier = Бұдан бұрынғы шешім жоқ немесе жүктелмеген. Жүктелгендердің алғашқысы көрсетілді.
missing-later = Бұдан кейінгі шешім жоқ немесе жүктелмеген. Жүктелгендердің соңғысы көрсетілді.
missing-context = Бұл неге қатысты екенін білмедім: мұндай сұрақ алдыңғысын жалғастырады. Толық жазыңыз, мысалы, «мектептер 2014 жылы» немесе «білім беру неге өсті».
missing-more = Бәрі осы, басқа жол жоқ.
missing-other = Онда сұрағыңызды жазыңыз: жолдың атауын, кодын немесе сомасын. Өз сөзіңізбен де болады, мысалы, «суға қанша».
missing-no-rest = Бұл — жалпы соманың өзі: ол ештеңенің бөлігі емес, сондықтан қалдығы жоқ.
missing-not-plain = { $value }: жолдың сомасы сұралмаған (одан бірдеңе алынған немесе тізім, өзгеріс, үлес керек болған), сондықтан оны басқалармен қоспаймын да, салыстырмаймын да. Керек жолдарды бір хабарламада атаңыз, мысалы, «мектептер мен балабақшалар бірге».
missing-other-editions = { $value }: бұлар бір бюджеттің, бір жылдың, бір шешімнің сомалары екені сұрақтардан көрінбейді, сондықтан оларды қоспаймын да, салыстырмаймын да. Керек жолдар мен жылды бір хабарламада атаңыз, мысалы, «мектептер мен балабақшалар бірге 2014 жылы».
missing-without-edition = Бір шешімді немесе жылды есептен шығарғанда қанша болатынын есептемеймін: шешім бұрынғы шешімдер қалдырған соманы өзгертеді, одан бөлек сома жоқ. Әр шешім нені өзгерткені тарихтан көрінеді: мысалы, «білім беру тарихы» немесе «сәуірдегі өзгерістер» деп сұраңыз.
missing-bounded-changes = Өзгерістерді сомасына қарай іріктей алмаймын. «Нелер өзгерді» деп сұраңыз: ең үлкендері тізімнің басында тұрады, ал толық тізімді «Барлық өзгеріс» түймесі ашады.
missing-place-beside = «{ $value }» бюджеті жүктелмеген, онымен салыстыру мүмкін емес.
missing-place-beside-several = Мына бюджеттер жүктелмеген, олармен салыстыру мүмкін емес: { $value }.
missing-place = «{ $value }» бюджеті жүктелмеген. Жүктелген басқа бюджет көрсетілді.
missing-place-several = Мына бюджеттер жүктелмеген: { $value }. Жүктелген басқа бюджет көрсетілді.
line-lacking = «{ $place }» { $year } жылғы бюджетінде мұндай жол жоқ.
line-lacking-branch = «{ $place }» { $year } жылғы бюджетінде мұндай жол да, ол тұратын бөлім де жоқ. Мүмкін, бұған басқа деңгейдегі бюджет төлейтін шығар.
lacking-inside = Бұл бюджетте қандай жолдар барын былай сұрауға болады: «ең ірі шығындар».
lacking-others = Осыны басқа бюджеттерден сұрауға болады:
place-not-loaded = «{ $place }» бюджеті жүктелмеген, сондықтан жауап бере алмаймын.
places-not-loaded = Мына бюджеттер жүктелмеген, сондықтан жауап бере алмаймын: { $place }.
places-loaded = Жүктелген бюджеттер: { $places }.
places-and-more = { $places } және тағы { $count }
lacking-elsewhere = Мұндай жол бар бюджеттер: { $places }.
place-loaded = Дәл осыны мына бюджеттерден сұрай аласыз:
place-which = Қай жердің бюджеті керек?
place-more = Тағы { $count } жер бар: сұрағыңызда атын жазыңыз.
place-assumed = Сұрақта жер аталмаған: бұл — { $place }.
button-place = 📍 { $place }
button-homes = 📍 Басқа жер
button-newest-year = Ең жаңа жыл
home-is = Сіздің жеріңіз: { $place }.
home-is-year = Сіздің жеріңіз: { $place }, { $year } жылғы бюджет.
home-choose = Сұрақта жер аталмаса, қай жердің бюджетін көрсетейін? Таңдаңыз немесе жазыңыз: /home Тараз.
home-not-loaded = «{ $place }»: жүктелгендердің ішінде мұндай жер жоқ.
home-no-year = Бұл жердің { $year } жылға арнап қабылданған бюджеті жүктелмеген: жыл есте сақталмады.
home-more = { $count ->
    [one] Тағы { $count } жер бар: атын /home сөзінен кейін жазыңыз.
   *[other] Тағы { $count } жер бар: атын /home сөзінен кейін жазыңыз.
}
home-saved = Енді жер аталмаған сұрақтар осы бюджеттен: { $place }. Өзгерту: /home.
home-saved-year = Енді жер аталмаған сұрақтар осы бюджеттен: { $place }, { $year } жыл. Өзгерту: /home.
home-which-year = Сұрақта жыл аталмаса, қайсысын көрсетейін?
privacy-title = Сіз туралы сақталатыны
privacy-stored = Дерекқорда мыналар жазылған:
privacy-nothing = Дерекқорда Сіз туралы ештеңе жазылмаған.
privacy-id = Telegram-дағы нөміріңіз: { $number }
privacy-language = таңдаған тіліңіз: { $language }
privacy-home = жеріңіз (/home): { $place }
privacy-home-year = таңдаған жылыңыз: { $year }
privacy-colours-dark = суреттердің түсі: түнгі
privacy-colours-light = суреттердің түсі: күндізгі
privacy-replies = { $count ->
    [1] хабарламаңыз бен оған берген жауабымның нөмірі, екі тәулік: түзетілген сұраққа сол орында жауап беремін
    [one] { $count } хабарламаңыз бен оларға берген жауаптарымның нөмірі, екі тәулік: түзетілген сұраққа сол орында жауап беремін
   *[other] { $count } хабарламаңыз бен оларға берген жауаптарымның нөмірі, екі тәулік: түзетілген сұраққа сол орында жауап беремін
}
privacy-questions = соңғы { $count } сұрағыңыз, мен түсінген түрінде, бір күн: «ал 2014 жылы ше?» дегенді түсіну үшін
privacy-counted = жақында қанша рет жазғаныңыз, бірнеше сағат: бір адам мені түгел алып қоймауы үшін
privacy-besides = Бұған қоса:
privacy-last = «Ал 2014 жылы ше?» дегенді түсіну үшін соңғы сұрақтарыңыз есімде тұрады, бірақ жадта ғана: қайта қосылғанда өшеді, дискіге жазылмайды.
privacy-open = Жауап берілмеген хабарлама жоғалмас үшін дерекқорда тұрады; жауап берілген соң одан өшіріледі.
privacy-missed = Жауап табылмаса, сұрақтың сөздерін санаймын: сандарсыз және кім сұрағанын жазбай.
privacy-feedback = «Бұл емес / түсініксіз бе?» түймесі: сұрақ пен жауап операторға тек келісіміңізбен, атыңыз бен нөміріңізсіз жіберіледі. Олар менде сақталмайды.
privacy-group = Топтың әкімшілері оған тіл немесе жер таңдаса, оларды топтың нөмірімен бірге мені топтан шығарғанша сақтаймын.
privacy-telegram = Хат алмасудың өзін Telegram сақтайды. Telegram хабарламамен бірге беретін атыңызды жазып алмаймын; телефон нөміріңізді көрмеймін.
privacy-forget = Сіз туралы жазылғанның бәрін өшіру: /forget
privacy-forgotten = Дайын: Сіз туралы жазылғанның бәрі өшірілді, соңғы сұрақтар ұмытылды.
privacy-forgotten-counted = Жақында қанша рет жазғаныңыз ғана тағы бірнеше сағат сақталады: әйтпесе шектеуді айналып өтуге болар еді.
follow-title = Сіз бақылап отырған жолдар
follow-line = { $name } — { $place }, { $year }
follow-gone = { $name } — { $place }, { $year }: { $date } № { $number } шешімінен бері мұндай жол жоқ
follow-unread = { $name } — { $place }, { $year }: { $date } № { $number } шешімінде жол басылған, бірақ сомасы оқылмады
follow-moved = { $name } — { $place }, { $year }: { $date } № { $number } шешімінен бері «{ $office }» жолының ішінде, коды { $code }
follow-lacking = { $name } — { $place }, { $year }: жүктелген шешімдерде мұндай жол жоқ
follow-office = { $name }, барлығы
follow-how = Жолды өзгерткен шешім жүктелгенде, бұрынғысы мен қазіргісін жазамын.
follow-none = Әзірге ештеңені бақылап отырған жоқсыз. Жолды ашып, «🔔 Бақылау» түймесін басыңыз: оны өзгерткен шешім жүктелгенде жазамын.
follow-choose = Қай жолды бақылау керегі анық емес. Керегін ашып, «🔔 Бақылау» түймесін басыңыз.
follow-began = Бақылаймын. Осы жолды өзгерткен шешім жүктелгенде жазамын. Тізім: /follow
follow-private = Бақылауды ботпен жеке чатта ғана бастауға болады: осы жолды сол жерде ашып, «🔔 Бақылау» түймесін басыңыз.
private-only = Бұл туралы ботпен жеке чатта ғана: мұндағы жауапты бәрі көреді.
follow-stopped = Енді бақыламаймын.
follow-too-many = Ең көбі { $count } жолды бақылауға болады. Артығын алып тастаңыз: /follow
follow-due = { $date } № { $number } шешімі Сіз бақылап отырған жолды өзгертті
follow-due-unread = { $date } № { $number } шешімі жүктелді, бірақ Сіз бақылап отырған жолдардың бәрі оқылмады
follow-due-over-gap = { $date } № { $number } шешімі жүктелді: Сіз бақылап отырған жол өзгерді
follow-since = { $date } № { $number } шешімімен салыстырғанда.
follow-change = { $name }: { $old } → { $new } ({ $delta })
follow-change-moved = { $name } (енді «{ $office }» жолының ішінде)
follow-change-same = { $name }: { $amount }, сомасы сол күйінде
follow-latest = «Қазір» — одан кейін қабылданған { $date } № { $number } шешімі бойынша.
follow-latest-amount = { $change }; қазір { $amount }
follow-latest-gone = { $change }; қазір мұндай жол жоқ
follow-latest-unread = { $change }; қазіргі сомасы басылған, бірақ оқылмады
follow-added = { $name }: жаңа жол, { $amount }
follow-removed = { $name }: жол енді жоқ, бұрын { $amount } болған
follow-unread-now = { $name }: бұрын { $amount } болған, жаңа сомасы басылған, бірақ оқылмады
follow-unread-before = { $name }: қазір { $amount }, бұрынғы сомасы басылған, бірақ оқылмаған
follow-mended = Түзету: { $date } № { $number } шешімі қайта жүктелді, ондағы сома бұрын көрсеткенімнен басқа
follow-corrected-line = { $name }: { $told }; { $now }
follow-told-amount = бұрын { $amount } деп көрсеткенмін
follow-told-gone = бұрын мұндай жол жоқ дегенмін
follow-told-unread = бұрын сомасы басылған, бірақ оқылмады дегенмін
follow-mended-amount = шешімде { $amount }
follow-mended-gone = шешімде мұндай жол жоқ
follow-mended-unread = шешімде сомасы басылған, бірақ оқылмады
follow-withdrawn = Түзету: { $date } № { $number } шешімі жүктелгендердің арасында енді жоқ, сол бойынша көрсеткенімнің күші жоқ
follow-withdrawn-amount = қазір { $amount }
follow-withdrawn-gone = қазір мұндай жол жоқ
follow-withdrawn-unread = қазіргі сомасы басылған, бірақ оқылмады
follow-withdrawn-no-table = қазір бұл жылға бірде-бір кесте жүктелмеген
follow-newest = «Қазір» — { $date } № { $number } шешімі бойынша.
button-follow = 🔔 Бақылау: { $name }
button-follow-short = 🔔 Бақылау
button-unfollow = 🔕 Бақыламау: { $name }
button-unfollow-short = 🔕 Бақыламау
privacy-follows = { $count ->
    [one] бақылап отырған { $count } жолыңыз (/follow), қай шешімдерді білетініңіз және олар бойынша қандай сома көргеніңіз
   *[other] бақылап отырған { $count } жолыңыз (/follow), қай шешімдерді білетініңіз және олар бойынша қандай сома көргеніңіз
}
gone-budget = Бұл түйме немесе сілтеме мұнда жүктелмеген бюджетке апарады.
gone-decision = { $place }, { $year }: бұл түйме немесе сілтеме апаратын шешім мұнда жоқ.
gone-edition = { $place }, { $year }: { $date } № { $number } шешімінің кестесі мұнда жүктелмеген.
gone-year = { $place }: { $year } жылғы бюджет жүктелмеген.
gone-line = { $place }, { $year }: бұл шешімде мұндай жол жоқ.
gone-line-coded = { $place }, { $year }: бұл шешімде { $codes } коды бар жол жоқ.
gone-link = Бұл сілтеме боттың бұрынғы нұсқасынан қалған немесе толық емес: қай жолға апарғанын енді анықтау мүмкін емес. Сұрағыңызды сөзбен жазыңыз.
link-names-no-decision = Сілтемеде шешім аталмаған. Жүктелген шешімдердің соңғысы көрсетілді: сілтеме берілген кезде соңғысы басқа болуы мүмкін.
gone-moved = Бұл жол онда басқа кодпен тұр: { $code }.
gone-alike = { $date } № { $number } шешімі оны ({ $old }) алып тастап, { $code } кодымен дәл осындай атаулы жол енгізген: { $new }. Сомалары әртүрлі, сондықтан бұл сол жол ма, шешімдерден көрінбейді.
gone-button-moved = Осы жол: коды { $code }
gone-button-alike = Атауы бірдей жол: коды { $code }
gone-instead = Мұнда бары:
button-names-no-decision = Түйме ескі: онда шешім аталмаған, содан бері жаңасы шыққан болуы мүмкін. Таңдаңыз:
gone-button-same = Осы жол: { $year }, № { $number }

## Сөздің мағынасы (түсіндірмелердің өзі — glossary/ ішінде)

term-source = Дереккөз:
term-law = 2025 жылғы 15 наурыздағы Бюджет кодексі
term-law-before = 2025 жылға дейін 2008 жылғы Кодекс қолданылды.
term-source-none = Бұл — боттың өз сөзі: заңда оның анықтамасы жоқ.
term-article = { $number }-бап
term-paragraph = { $number }-тармақ
term-subparagraph = { $number }-тармақша
term-kind = Бұл — { $kind }. { $what }
term-code-part = { $code } — { $level }: { $name }
term-code-typed = { $code } коды
term-code-none = бұл бюджетте мұндай жол жоқ
term-lines = Жүктелген бюджетте:

## Өзгерістер тарихы

ledger-title = Өзгерістер тарихы
ledger-decision = { $date } № { $number }
ledger-approved = бекітілді
ledger-unloaded = жүктелмеген, сомасы белгісіз
ledger-unread = жол басылған, бірақ сомасы оқылмады
ledger-absent = бұл жол жоқ
ledger-appeared = жаңа жол
ledger-unchanged = өзгерген жоқ
ledger-delta-over-gap = { $delta }, арадағы жүктелмеген шешімдермен бірге
ledger-delta-over-unread = { $delta }, сомасы оқылмаған шешіммен бірге
ledger-unchanged-over-gap = арадағы жүктелмеген шешімдермен бірге есептегенде өзгерген жоқ
ledger-unchanged-over-unread = сомасы оқылмаған шешіммен бірге есептегенде өзгерген жоқ
ledger-left-out = … осы жерде { $count } шешім көрсетілмеді …
ledger-total = Бастапқы бюджеттен бері: { $delta }
ledger-total-unchanged = Бастапқы бюджеттен бері сомасы сол күйінде
button-changes = ± № { $number }

## Жолдың іші, редакция таңдау, басылған жол

inside-page = { $count ->
    [one] Құрамында { $count } жол бар
   *[other] Құрамында { $count } жол бар, үлкенінен кішісіне: { $first }–{ $last }
}
inside-page-by-code = { $count ->
    [one] Құрамында { $count } жол бар
   *[other] Құрамында { $count } жол бар, код ретімен: { $first }–{ $last }
}
inside-nothing = Құрамында басқа ештеңе басылмаған.
editions-title = { $place }: { $year } жылғы бюджет туралы шешімдер
editions-here = ◂ көрсетілгені
printed-title = Құжатта қалай басылған
printed-rows = { $count ->
    [one] { $rows }-жол
   *[other] { $rows }-жолдар
}
printed-language = мәтіні орыс тілінде
printed-more = … және осы жолдардың тағы { $count }

## Бюджет туралы шешімдер

budget-question = бюджет { $named }
decisions-question = шешімдер тізімі { $named }
decisions-title = Бюджет туралы шешімдер: { $place }, { $years }
decisions-without = № { $number } шешімі жүктелмеген: мазмұны белгісіз.
decisions-council = Бюджетті және оның өзгерістерін бекітетін — { $council }.
decisions-without-table = № { $number } шешімі { $year } жылғы өз кестесінсіз жүктелген: нені өзгерткені белгісіз.
decisions-without-year = № { $number } шешімі жүктелген, бірақ онда { $year } жылғы кесте жоқ.
decisions-without-time = Бұл уақытта қабылданған шешім жоқ немесе белгісіз. Төменде белгілі шешімдердің бәрі.
decisions-count = { $count } шешім белгілі, { $loaded } шешім жүктелген.
decisions-totals = { $year } жылғы қорытынды, шешімге дейін және кейін, { $unit }
decisions-page = { $count } шешімнің { $first }–{ $last } аралығы, жаңасынан ескісіне қарай
decisions-page-of = { $count } жолдың { $first }–{ $last } аралығы
decisions-total = { $section }: { $new }
decisions-lacking = жүктелмеген: нені өзгерткені белгісіз
decisions-text-only = { $year } жылғы өз кестесінсіз жүктелген: нені өзгерткені белгісіз
decisions-untouched = { $year } жылғы кестені өзгертпеген
decisions-no-earlier = бұдан бұрынғысы жүктелмеген
decisions-over-gap = алдындағы жүктелмеген шешімдермен бірге

## Шешімнің өзгерістері

changes-question = өзгерістер { $named }
changes-question-between = өзгерістер № { $since } шешімінен № { $until } шешіміне дейін { $place }
changes-question-month = { $named } айындағы өзгерістер
changes-question-month-number = { $month ->
    [1] қаңтар айындағы өзгерістер
    [2] ақпан айындағы өзгерістер
    [3] наурыз айындағы өзгерістер
    [4] сәуір айындағы өзгерістер
    [5] мамыр айындағы өзгерістер
    [6] маусым айындағы өзгерістер
    [7] шілде айындағы өзгерістер
    [8] тамыз айындағы өзгерістер
    [9] қыркүйек айындағы өзгерістер
    [10] қазан айындағы өзгерістер
    [11] қараша айындағы өзгерістер
   *[12] желтоқсан айындағы өзгерістер
}
changes-question-month-year = { $year } жылғы { $month } айындағы өзгерістер
changes-question-decision = № { $named } шешіміндегі өзгерістер
changes-title = { $date } № { $number } шешімі нені өзгертті
official-page = ресми мәтіні
page-known = { $date } № { $number } шешімінің ресми мәтіні:
page-unknown = { $date } № { $number } шешімінің ресми мәтініне сілтеме жоқ: ол жүктелген құжатта көрсетілмеген.
in-force = { $date } № { $number } шешімі { $since } күнінен бастап қолданылады.
in-force-all = Жүктелген шешімдердің бәрі { $since } күнінен бастап қолданылады.
in-force-unknown = { $date } № { $number } шешімінің қай күннен бастап қолданылатыны жүктелген құжаттарда айтылмаған.
pages-known = Шешімнің нөмірін бассаңыз, ресми мәтіні ашылады.
pages-some = Шешімнің нөмірін бассаңыз, ресми мәтіні ашылады (сілтемесі белгілі болса).
pages-unknown = Ресми мәтіндерге сілтеме жоқ: олар жүктелген құжаттарда көрсетілмеген.
changes-title-together = { $since_date } № { $since } шешімінен { $date } № { $number } шешіміне дейінгі өзгерістер
changes-against = { $date } № { $number } шешімімен салыстырғанда, { $unit }
changes-no-previous = Бұдан бұрынғы шешім жүктелмеген, салыстыратын ештеңе жоқ.
changes-total = { $section }: { $old } → { $new } ({ $delta })
changes-total-same = { $section }: { $new }, өзгерген жоқ
changes-added = { $section }: жаңа жолдар
changes-removed = { $section }: алынған жолдар
changes-none-added = Бұл шешім жаңа жол қоспаған.
changes-none-removed = Бұл шешім бірде-бір жолды алып тастамаған.
changes-none-added-together = Осы уақыт ішінде бірде-бір жаңа жол қосылмаған.
changes-none-removed-together = Осы уақыт ішінде бірде-бір жол алынбаған.
changes-rises = { $section }: көбейгені
changes-cuts = { $section }: азайғаны
changes-line = { $delta } — { $name }
changes-line-added = { $delta } — { $name } (жаңа жол)
changes-line-removed = { $delta } — { $name } (жол алынған)
changes-line-renamed = { $name } (атауы басқа, сомасы бұрынғыдай)
changes-line-returned = { $delta } — { $name } (бюджетке түсетіні: { $old } → { $new })
changes-line-returned-new = { $delta } — { $name } (бюджетке түсетіні: { $new })
changes-line-returned-old = { $delta } — { $name } (бюджетке түсетіні болған: { $old })
changes-line-returned-added = { $delta } — { $name } (жаңа жол, бюджетке түсетіні: { $new })
changes-line-returned-removed = { $delta } — { $name } (жол алынған, бюджетке түсетіні болған: { $old })
changes-more = тағы { $count } жол
changes-none = Бірде-бір сома өзгерген жоқ.
changes-none-read = Оқылған сомалардың бірде-бірі өзгерген жоқ.
changes-lines-unread = Басылған, бірақ оқылмаған жолдар: олардың өзгерісі белгісіз
changes-line-unread-now = { $name }: бұрын { $amount }, жаңа сомасы оқылмады
changes-line-unread-before = { $name }: қазір { $amount }, бұрынғы сомасы оқылмаған
changes-verdict-unread = Жолдардың бәрі оқылмаған, сондықтан өзгерістердің қорытындыға сай келетіні белгісіз.
changes-adopted = Бұл шешіммен бюджет бекітілді, онда әзірге өзгеріс жоқ.
changes-total-adopted = { $section }: { $new } мың теңге
changes-inside-rises = Көбейгені:
changes-inside-cuts = Азайғаны:
changes-inside-added = Жаңа жолдар:
changes-inside-removed = Алынған жолдар:
changes-inside-none = Ішінде бірде-бір сома өзгермеген.
changes-inside-none-rises = Ішінде бірде-бір сома көбеймеген.
changes-inside-none-cuts = Ішінде бірде-бір сома азаймаған.
changes-inside-none-added = Ішінде жаңа жол жоқ.
changes-inside-none-removed = Ішінде алынған жол жоқ.
changes-across = { $name }, барлық бөлімде бірге
changes-same = Өзгеріссіз қалған жолдар: { $count }
changes-same-throughout = Жүктелген шешімдердің бірде-бірі өзгертпеген жолдар: { $count }
changes-zeroed = Нөлденген: жол қалды, сомасы 0
changes-none-newest = Соңғы шешім мұндай ештеңе өзгертпеген. Жылдың барлық өзгерісі бірге көрсетілді.
changes-unread = «{ $words }» деген жол табылмады. Барлық өзгеріс көрсетілді.
contrary-budget-rose = Бюджет қысқартылған жоқ: { $date } № { $number } шешімімен салыстырғанда шығындар көбейді, { $delta }.
contrary-budget-fell = Бюджет көбейтілген жоқ: { $date } № { $number } шешімімен салыстырғанда шығындар азайды, { $delta }.
contrary-budget-same = Шығындардың сомасы { $date } № { $number } шешіміндегідей қалды.
contrary-line-rose = { $date } № { $number } шешімі бұл соманы азайтқан жоқ, керісінше көбейтті: { $delta }.
contrary-line-fell = { $date } № { $number } шешімі бұл соманы көбейткен жоқ, керісінше азайтты: { $delta }.
contrary-line-same = { $date } № { $number } шешімі бұл соманы өзгерткен жоқ.
contrary-year-rose = Жылдың жүктелген шешімдері бойынша бұл сома азайған жоқ, керісінше көбейді: { $delta }.
contrary-year-fell = Жылдың жүктелген шешімдері бойынша бұл сома көбейген жоқ, керісінше азайды: { $delta }.
contrary-year-same = Жылдың жүктелген шешімдері бойынша бұл сома жыл соңында да сол күйінде.
contrary-partly-rises = Оны көбейткен шешімдер де болды.
contrary-partly-cuts = Оны азайтқан шешімдер де болды.
changes-denied = Өзгергені көрсетілді. Қалғанының бәрі бұрынғыдай.
changes-lines-all = Өзгерген барлық жол: { $count }
changes-lines-rises = Көбейген жолдар: { $count }
changes-lines-cuts = Азайған жолдар: { $count }
changes-lines-added = Жаңа жолдар: { $count }
changes-lines-removed = Алынған жолдар: { $count }
changes-lines-each = Мекемелер бойынша, өзгергені: { $count }
changes-lines-one = Өзгерген жолдар: { $count }
changes-offices-less = Азайды
changes-offices-more = Көбейді
changes-office-new = { $name }: бұрын болмаған, қазір { $amount }
changes-office-gone = { $name }: бұрын { $amount }, қазір жоқ
changes-transfers = Басқа мекемеге өткен бағдарламалар
changes-transfer-same = { $name }: { $left } → { $reached }, { $new }, сомасы сол күйінде
changes-transfer = { $name }: { $left } → { $reached }, { $old } → { $new }
changes-net-less = { $count } мекемеде азайды: { $delta }
changes-net-more = { $count } мекемеде көбейді: { $delta }
changes-offices-arithmetic = Бұл — есеп қана: анда азайды, мұнда көбейді. Ақша дәл содан алынғанын шешім айтпайды.
button-changed-each = ⇄ Мекемелер бойынша ({ $count })
button-back-offices = ⇄ Мекемелер бойынша
button-back-together = ↩ Барлық өзгеріске
button-changed-all = ▾ Барлық өзгеріс ({ $count })
button-changed-rises = ▲ Көбейгені ({ $count })
button-changed-cuts = ▼ Азайғаны ({ $count })
button-changed-added = ＋ Жаңа ({ $count })
button-changed-removed = － Алынған ({ $count })
changes-reconciled = Жолдардың өзгерісі қорытындымен дәл келеді.
changes-gap = Қорытындымен сәйкес келмейді: { $count } жерде айырма бар.

## Диаграммалар

chart-button = 📊 Диаграмма
chart-button-parts = 📊 Құрамы
chart-button-print = 🖨 Басып шығаруға
chart-button-dark = 🌙 Түнгі түс
chart-button-light = ☀️ Күндізгі түс
chart-button-section = 📊 { $section }
chart-where-expenditure = Ақша қайда жұмсалады
chart-where-revenue = Ақша қайдан түседі
chart-plan = Бұл — жоспар, атқарылуы емес.
chart-sources = Дереккөз: жолдарда аталған мәслихат шешімдері.
chart-scale = Шкала нөлден басталмайды.
chart-gaps = Үзік сызық: шешім жүктелмеген, кейінгі өзгеріс соны қоса есептегенде.
chart-unread = Үзік сызық: жол басылған, бірақ сомасы оқылмады, кейінгі өзгеріс осы шешімді қоса есептегенде.
chart-shown = Тарих ашылған шешім ерекшеленіп тұр.
chart-before = Бұрын: { $date } № { $number }
chart-after = Енді: { $date } № { $number }
chart-line-added = Жаңа: { $name }
chart-line-removed = Алынған: { $name }
chart-rest = Қалғаны: { $count } жол
chart-rest-rises = Қалғаны, көбейгені: { $count } жол
chart-rest-cuts = Қалғаны, азайғаны: { $count } жол
chart-unexplained = Қорытындымен сәйкес келмейді
chart-unexplained-unread = Оқылмады немесе сәйкес келмейді
chart-gap = Жолдардың өзгерісі басылған қорытындыға тең емес: айырмасы сұр түспен көрсетілген.
chart-gap-parts = Жолдардың қосындысы басылған қорытындыға тең емес: айырмасы сұр түспен көрсетілген.
chart-zero = Жолақтардағы сызықша — нөл: одан сол жақтағы сомалар нөлден кем.
chart-no-waterfall = Бұл бөлімнің қорытындысы өзгермеген немесе салыстыратын ештеңе жоқ, сондықтан сызатын ештеңе жоқ.
chart-no-structure = Бұл жол бөліктерге бөлінбейді, сондықтан сызатын ештеңе жоқ.
chart-failed-crash = Сызу мүмкін болмады: сызатын бағдарлама тоқтап қалды. Қайта басыңыз, ол жаңадан іске қосылады.
chart-failed-timeout = Сызу тым ұзаққа созылды, мен оны тоқтаттым. Қайта басыңыз.
chart-failed-memory = Суретке жад жетпеді. Сәл кейінірек қайталап көріңізші.

## Басып шығаратын бет

sheet-old = бұрын
sheet-new = енді
sheet-delta = өзгеріс
sheet-flow = Ақша қайдан алынып, қайда кетті
sheet-cut = Шығыны азайған: { $count } жол
sheet-risen = Шығыны көбейген: { $count } жол
sheet-outside = оның ішінде кредиттеу мен қаржы активтері
sheet-balanced-wide = Сәйкес келеді: шығындар, кредиттеу, қаржы активтері өзгерісі кірістер мен қаржыландырудікіне тең.
sheet-unbalanced-wide = Сәйкес келмейді: шығындар, кредиттеу, қаржы активтері өзгерісі кірістер мен қаржыландырудікінен бөлек.
sheet-balanced = Сәйкес келеді: шығындардың өзгерісі кірістер мен қаржыландырудың өзгерісіне тең.
sheet-unbalanced = Сәйкес келмейді: шығындардың өзгерісі кірістер мен қаржыландырудың өзгерісіне тең емес.
sheet-balance-unread = Жолдардың бәрі оқылмаған, сондықтан шығындардың өзгерісі кірістер мен қаржыландырудың өзгерісіне тең екені белгісіз.
sheet-unread = оқылмады
sheet-other-sections = Басқа бөлімдер
sheet-moved = Басқа кодқа көшірілгені
sheet-moved-from = код { $code } → { $name }
sheet-returned = { $name } (бюджетке түсетіні)
sheet-rest = тағы { $count } жол, барлығы { $amount }

## Өзіңізге алатын кесте

button-table = ⬇ Кесте
button-table-xlsx = Excel (XLSX)
button-table-csv = CSV
button-back-table = ↩ Артқа
table-rows = { $count ->
    [one] Кестеде { $count } жол бар.
   *[other] Кестеде { $count } жол бар.
}
table-how = Бәрін файлмен толық жіберемін: екі тілдегі атаулар, кодтар, сомалар және әрқайсысы қайда басылғаны.
table-tenge = Сомалар теңгемен
table-elsewhere = Файлды жеке чатта жіберемін: сонда осыны сұраңыз.
table-place = Жер
table-year = Жыл
table-code = Код
table-level = Деңгей (0 — қорытынды)
table-name-kk = Қазақша атауы
table-name-ru = Орысша атауы
table-amount = Сома, теңге
table-share = Жоғарғы жолдағы үлесі
table-old = Бұрын, теңге
table-new = Енді, теңге
table-delta = Өзгеріс, теңге
table-status = Өзгеріс түрі
table-moved-from = Бұрынғы коды
table-decision = Шешім
table-date = Шешім күні
table-appendix = Қосымша
table-row = Кесте жолы
table-text = Мәтін тілі
table-link = Сілтеме
table-before = Алдыңғы шешім
table-before-date = Оның күні
table-before-row = Алдыңғысындағы жол
table-remark = Ескертпе
table-path = Жол мекенжайы
table-status-total = қорытынды
table-status-changed = өзгерді
table-status-added = жаңа
table-status-removed = алынды
table-status-renamed = атауы басқа
table-status-moved = коды басқа
table-status-gap = сәйкес келмейді
table-status-unread = оқылмады
table-gap = Қорытындының өзгерісі — { $printed }, ал ішіндегі жолдардікі — { $computed } { $unit }.
table-returned = Бюджетке түседі: көп болған сайын бөлімнің қорытындысы азаяды.
table-block = Осы кодты жолдардың ({ $count }) бірі, бәрі бірге { $amount }.
table-over-gap = Өзгеріс алдындағы жүктелмеген шешімдермен бірге.
table-over-unread = Өзгеріс алдындағы, сомасы оқылмаған шешіммен бірге.
table-unread = Екі шешімнің бірінде жол басылған, бірақ сомасы оқылмады.
table-computed = Есептелген: шешімде мұндай жол жоқ.
table-taken-out = Шегерілді.
table-difference = Айырмасы
table-without-amount = Сомасы басылмаған немесе оқылмаған.

## Inline

inline-compared = Салыстыру: { $names }
inline-summed = Бірге: { $names }
insertion-line = { $said } — { $name }
insertion-computed = { $said } — { $names } (есептелді)
insertion-left = Қойылмаған сомалар: { $count } (барлығы { $total }).
insertion-choose = «?» орнына жолды төменнен таңдаңыз.
insertion-other-lines = Басқа жолдар төменде.
insertion-nothing = «?» — «{ $said }»: мұндай жол табылмады.
insertion-several = «?» — «{ $said }»: қай жол екені анық емес. Ұқсастары: { $names }.
insertion-part = «?» — «{ $said }»: бюджетте бұған жеке жол жоқ. Мынаның ішінде болуы мүмкін: { $names }.
insertion-elsewhere = «?» — «{ $said }»: бұл бюджетте мұндай жол жоқ.{ $names ->
    [none] { "" }
   *[other] { " " }Ол мына бөлімде тұрар еді: { $names }.
}
insertion-edition = «?» — «{ $said }»: бұл жыл немесе бұл шешім жүктелмеген.
insertion-place = «?» — «{ $said }»: бұл жердің бюджеті жүктелмеген немесе қай жер екені анық емес.
insertion-sum = «?» — «{ $said }»: бұл жолдар қосылмайды немесе біреуі табылмады.
insertion-years = «?» — «{ $said }»: сөйлемде бірнеше жыл бар, керегін қосу белгілерінің арасына жазыңыз.
insertion-other = «?» — «{ $said }»: бұл бюджеттің бір жолының сомасы емес.
insertion-too-many = «?» — «{ $said }»: бір сөйлемге ең көбі { $most } сома қойылады.
inline-open = Жеке чатта сұрау
inline-nothing = Табылмады. Қалай сұрау керек?
inline-nothing-loaded = Әзірге деректер жүктелмеген
inline-gone = Бұл жол мұнда жоқ. Мұнда бары →
inline-error = Қате шықты, сәлден соң көріңіз

## Қателер мен шектер

error-general = Кешіріңіз, менде қате шықты. Сәлден соң қайталап көріңізші.
error-database = Деректер дәл қазір қолжетімсіз. Бір минуттан кейін қайталап көріңізші.
error-telegram = Telegram жауабымды қабылдамады. Сұрақты басқаша қойып көріңізші.
error-telegram-away = Telegram дәл қазір жауаптарымды қабылдамай тұр. Бір минуттан кейін қайта сұраңызшы.
error-telegram-unsure = Жауабым жетті ме, білмеймін: Telegram-мен байланыс үзілді. Жоғарыда жауап болмаса, қайта сұраңызшы.
error-topic-closed = Сұрағыңыз жабық тақырыпта тұр: онда жауап бере алмаймын. Осы жерде немесе басқа тақырыпта сұраңыз.
error-restarted = Мен қайта іске қосылдым, жауап жетті ме, білмеймін. Жоғарыда болмаса, қайта сұраңызшы.
busy-wait = Қазір сұрап жатқандар көп. Сұрағыңызды алдым: кезегі келгенде жауап беремін.
busy-press = Қазір сұрап жатқандар көп. Кезегі келгенде ашамын.
inline-busy = Қазір сұрап жатқандар көп. Сәл кейін қайталаңыз
throttle-wait = Тым жиі жіберіп жатырсыз. { $seconds } секундтан кейін жалғастырыңыз.
fallback-button = Бұл түйме ескірген. Сұрағыңызды қайта жазып жіберіңізші.
fallback-button-old = Түйме боттың бұрынғы нұсқасынан қалған: онда жер де, шешім де аталмаған, сондықтан басқа нәрсе көрсетуі мүмкін еді. Сұрағыңызды қайта жазып жіберіңізші.
fallback-command = Мұндай команда жоқ. Командалар тізімі: /help
fallback-content = Мен тек мәтінді оқимын. Сұрағыңызды сөзбен жазыңызшы, мысалы: «ақша қайда кетеді».

## Терминалдағы чат

chat-welcome = «Қазына»: сұрағыңызды жазыңыз. Көрініп тұрған түйменің нөмірі сол түймені басады, басқа сан — сұрақ. @ сөз — inline іздеу, /help — көмек, Ctrl-D — шығу.
chat-articles = Inline: { $count } нәтиже
chat-articles-more = Inline: { $count } нәтиже, әрі қарай тағы бар

## Операторға пікір

button-feedback = Бұл емес / түсініксіз бе?
button-feedback-send = Жіберу
button-feedback-drop = Жібермеу
feedback-consent = Осы сұрақ пен жауапты бот операторына жіберейін бе? Атыңыз бен нөміріңізсіз. Тек төмендегі мәтін жіберіледі:
feedback-question = Сұрақ:
feedback-answer = Жауап: { $answer }
feedback-title = Боттың жауабы басқа нәрсе туралы немесе түсініксіз болды:
feedback-teach-how = Осы хабарламаға керек жолды табатын сұрақпен жауап беріңіз немесе түймені басыңыз.
feedback-sent = Операторға жіберілді. Рақмет!
feedback-failed = Жіберілмеді: оператормен байланысу мүмкін болмады.
feedback-dropped = Ештеңе жіберілмеді.
feedback-nobody = Бұл ботта пікір қабылдайтын оператор жоқ.
feedback-private = Бұл жауапты менімен жеке чатта ашыңыз: операторға сол жерден жазуға болады.
throttle-feedback = Сағатына үштен көп пікір жіберуге болмайды. { $minutes } минуттан кейін қайталаңыз.
