### Тексты бота по-русски. К человеку — на «Вы», простыми словами.

language-name = Русский
language-called-kk = казахский казахском казахская каз
language-called-ru = русский русском русская рус

## Команды

command-start = Начать сначала
command-help = Как спрашивать
command-ask = Вопрос: /ask школы
command-budget = Весь бюджет или вопрос: /budget школы
command-decisions = Решения маслихата о бюджете
command-changes = Что изменило решение
command-home = Ваш город, район или село
command-follow = За какими строками Вы следите
command-language = Сменить язык (kk / ru)
command-privacy = Что бот о Вас хранит
command-forget = Удалить всё, что хранится о Вас
command-about = О боте
command-group-language = Язык ответов в этой группе (kk / ru)
command-group-home = Место этой группы (пишите анонимно)

## До первого сообщения

profile-short = Местный бюджет: сколько, откуда, на что и что изменилось
profile-what = Отвечаю, сколько денег в бюджете города или района, откуда они, на что идут и что изменило каждое решение маслихата. У каждой суммы — решение, приложение и строка.
profile-ask = Спросите простыми словами: «школы», «ремонт дорог», «что изменилось». В любом чате начните с @{ $username }.
profile-plan = Это план, а не исполнение.

## Суммы

amount = { $number } { $unit }
unit-tenge = тенге
unit-thousand = тыс. тенге
unit-million = млн тенге
unit-billion = млрд тенге
unit-trillion = трлн тенге
unit-short-tenge = тенге
unit-short-thousand = тыс.
unit-short-million = млн
unit-short-billion = млрд
unit-short-trillion = трлн

## Разделы бюджета

section-revenue = Доходы
section-expenditure = Расходы
section-net_lending = Чистое бюджетное кредитование
section-financial_assets = Сальдо по операциям с финансовыми активами
section-deficit = Дефицит (профицит) бюджета
section-deficit-below = Дефицит бюджета
section-deficit-above = Профицит бюджета
section-financing = Финансирование дефицита (использование профицита)
section-financing_receipts = Поступления для финансирования
section-financing_payments = Погашение займов

## Знакомство

start-title = Здравствуйте! Это «Қазына».
start-what = Я отвечаю на вопросы о местном бюджете: сколько денег, откуда они и на что идут. Показываю, что изменило каждое решение маслихата и где напечатана каждая сумма.
start-ask = Напишите вопрос простыми словами. Например:
# Слова для примера: показано первое, на которое в бюджете есть ровно одна строка.
start-example-words = школы | освещение улиц | благоустройство | ремонт дорог | культура | доходы
start-example-total = куда уходят деньги
start-more = Подробнее: /help. Қазақша: /language.
start-link-unread = Не понимаю ссылку, по которой Вы пришли. Напишите вопрос словами.
start-loaded = Загруженные бюджеты:
start-budget = { $place }, { $years }
start-budget-untold = { $place }, { $years }: таблиц нет, загружены только тексты решений
start-more-budgets = { $count ->
    [one] и ещё { $count } бюджет: напишите название места
    [few] и ещё { $count } бюджета: напишите название места
   *[other] и ещё { $count } бюджетов: напишите название места
}
button-start-changes = ± Что изменилось
button-start-largest = Самые большие расходы
budget-of-year = бюджет на { $year } год
button-side = ▾ { $name } ({ $count })
button-decisions-all = Решения о бюджете
button-start-section = { $section } · { $place }

talk-greeting = Здравствуйте! Назовите строку бюджета или спросите, например, «куда уходят деньги».
talk-itself = Я бот «Қазына», программа, а не человек и не служащий акимата. Ищу суммы в решениях маслихатов о местном бюджете и у каждой называю решение, приложение и строку. Как спрашивать: /help
talk-language = Язык ответов выбирают здесь: /language.
talk-leaving = Перестать следить за строками: /follow. Удалить всё, что записано о Вас: /forget. Других рассылок нет.
talk-request = С этим не помогу: знаю только суммы из решений о местном бюджете. Спросите, например: «самые большие расходы» или «доходы».
talk-thanks = Пожалуйста! Спрашивайте ещё.
talk-farewell = До свидания! Возвращайтесь с новыми вопросами.
talk-agreement = Хорошо. Если нужна ещё какая-то сумма, спрашивайте.
talk-swearing = Понимаю, что Вы недовольны. Назовите строку бюджета словами или кодом, и я постараюсь найти сумму.
talk-wordless = Напишите вопрос словами, например «самые большие расходы».
talk-places = Загруженные места и выбор своего: /home.
talk-check = Ответьте словом «проверь» на сообщение с суммой или напишите: «{ $claim }». Сравню с решениями.
talk-check-plain = Ответьте словом «проверь» на сообщение с суммой. Сравню с решениями.

help-title = Как спрашивать
help-name = По названию: { $asked }. Постараюсь понять и с опечатками, и по-казахски, и латиницей.
help-name-plain = По названию строки. Постараюсь понять и с опечатками, и по-казахски, и латиницей.
help-code = По коду бюджета: { $codes }.
help-code-plain = По коду бюджета.
help-amount = По точной сумме ({ $unit }): { $amount }.
help-amount-plain = По точной сумме.
help-edition = За другой год или по другому решению: { $asked }.
help-edition-plain = За другой год или по другому решению: добавьте год, номер или дату решения.
help-several = Несколько сумм сразу: { $asked }.
help-largest = самые большие расходы
help-or = { $one } или { $other }
help-years = { $word } { $first } и { $second }
help-quoted = «{ $said }»
help-word = Незнакомое слово объясню: «что такое субвенция».
help-check = Сверю сказанное с решениями: «{ $claim }». Можно ответить словом «проверь» на сообщение с суммой.
help-check-plain = Сверю сказанное с решениями: ответьте словом «проверь» на сообщение с суммой.
help-buttons = Кнопки показывают, что внутри строки, во что она входит и как менялась.
help-inline = В любом чате начните с @{ $username }, напишите вопрос — и ответ можно будет вставить прямо туда.
ask-how = Напишите вопрос после команды:
help-group = В группе отправьте мне команду, упомяните меня или ответьте на моё сообщение.
help-scope = Важно: это решения маслихата, то есть план. Сколько денег потрачено на деле (исполнение), я не знаю.
help-commands = Команды: /start, /help, /ask, /budget, /decisions, /changes, /home, /follow, /language, /privacy, /forget, /about.

group-ask = Как спросить в группе:
guest-ask = Как спросить в любом чате:
guest-once = Здесь на каждый вопрос отвечаю один раз, продолжение — в личном чате со мной.
group-name = «@{ $username } { $example }»: назовите меня и спросите;
group-taken = «@{ $username }» в ответ на чужой вопрос: отвечу на него;
group-reply = ответьте на моё сообщение: «а { $other }?»;
group-command = команды: /ask { $example }, /changes;
group-inline = в любом чате начните сообщение с @{ $username }.
group-buttons = Кнопками под ответом листает тот, кто спросил; остальным ответ виден лично. В чужие разговоры я не вмешиваюсь.

about-title = О боте «Қазына»
about-what = «Қазына» читает решения маслихата и показывает каждую строку бюджета от решения к решению. У каждой суммы указано, в каком решении, приложении и строке она напечатана.
about-scope = Это решения маслихата, то есть план. Сколько потрачено на деле (исполнение), здесь нет.
about-gaps = Если какое-то решение не загружено, бот прямо говорит об этом: неизвестное изменение он не выдаёт за ноль и ошибок самого документа не исправляет.
about-data = Загруженные решения:
about-edition = { $count ->
    [one] { $place }, { $year } год: { $count } решение, последнее — № { $number } от { $date }
    [few] { $place }, { $year } год: { $count } решения, последнее — № { $number } от { $date }
   *[other] { $place }, { $year } год: { $count } решений, последнее — № { $number } от { $date }
}
about-privacy = О Вас хранятся выбранный язык, место (/home), цвета картинок и строки, за которыми Вы следите (/follow). Что записано сейчас и что бот помнит ещё: /privacy. Слова вопросов, на которые ответа не нашлось, считаются без имени: так видно, чему ещё научить бота.

nothing-loaded = Пока не загружен ни один бюджет, поэтому ответить не могу. Загляните, пожалуйста, позже.

## Язык

language-choose = Тілді таңдаңыз · Выберите язык
language-saved = Теперь я говорю с Вами по-русски. Можете спрашивать.
language-saved-group = Теперь в этой группе я отвечаю по-русски.
language-administrators = Язык группы выбирают её администраторы. Свой язык можно выбрать в личном чате со мной.

## Карточка строки

card-budget = { $place } · бюджет на { $year } год
card-plan-year = { $place } · план на { $year } год (из трёхлетнего бюджета)
card-codes = код
card-whole-name = Полное название:
card-name-elsewhere = Русского названия в загруженных документах нет, показано казахское.
name-elsewhere = { $name } (по-казахски)
card-readable = { $amount }
card-readable-rounded = около { $amount }
card-deficit-below = дефицит { $amount }
card-deficit-above = профицит { $amount }
balance-below-more = дефицит вырос на { $size }
balance-below-less = дефицит сократился на { $size }
balance-below-turned = вместо профицита дефицит, разница { $size }
balance-below-short = дефицит { $delta }
balance-above-more = профицит вырос на { $size }
balance-above-less = профицит сократился на { $size }
balance-above-turned = вместо дефицита профицит, разница { $size }
balance-above-short = профицит { $delta }
card-as-of-newest = План по решению № { $number } от { $date } (последнее из загруженных)
card-gone = С решения № { $number } от { $date } такой строки нет.
card-as-of-older = План по решению № { $number } от { $date }. Есть более новое.
card-blocks = { $count ->
    [one] Сумма { $count } строки: { $amounts }
   *[other] Сумма { $count } строк таблицы: { $amounts }
}
card-blocks-more = ещё { $count }
card-share = { $share } от строки «{ $name }» ({ $amount })
card-share-expenditure = { $share } всех расходов ({ $amount })
card-share-revenue = { $share } всех доходов ({ $amount })
card-parent = входит в строку «{ $name }» ({ $amount })
card-changed = с решения № { $number } от { $date }: { $delta } (было { $old })
card-unchanged = с решения № { $number } от { $date } сумма не менялась
card-appeared = в решении № { $number } от { $date } такой строки не было
card-changed-original = с первоначального бюджета (№ { $number } от { $date }): { $delta } (было { $old })
card-unchanged-original = с первоначального бюджета (№ { $number } от { $date }) сумма не менялась
card-appeared-original = в первоначальном бюджете (№ { $number } от { $date }) такой строки не было
card-continued-from = раньше эта строка стояла под кодом { $code } (перенесена решением № { $number } от { $date })
card-continued-as = с решения № { $number } от { $date } эта строка стоит под кодом { $code }
card-plan-became = в следующем бюджете (№ { $number } от { $date }) на этот год: { $amount } (к плану { $delta })
card-plan-became-absent = в следующем бюджете (№ { $number } от { $date }) такой строки нет
card-plan-became-unread = в следующем бюджете (№ { $number } от { $date }) эта строка напечатана, но её сумма не прочитана
card-plan-was = в прежнем бюджете (№ { $number } от { $date }) на этот год планировали { $amount } (утверждённое к плану: { $delta })
card-plan-was-absent = в прежнем бюджете (№ { $number } от { $date }) такой строки на этот год не было
card-plan-was-unread = в прежнем бюджете (№ { $number } от { $date }) эта строка на этот год напечатана, но её сумма не прочитана
card-no-previous = Более раннее решение не загружено, поэтому изменение неизвестно.
card-no-original = Первоначальный бюджет не загружен.
card-is-original = Это первоначально утверждённый бюджет.
card-skipped = между ними не загружено: { $decisions }
card-skipped-more = ещё { $count }
card-unread = Строка напечатана, но её сумма не прочитана: решение { $decisions }.
card-unread-inside = Внутри напечатано, но не прочитано строк: { $count } — { $names }. Их суммы неизвестны.
source-unread = Напечатано, но не прочитано строк: { $count } — { $names }. Их суммы неизвестны.
unread-name = «{ $name }»
card-decision = № { $number } от { $date }
conflict-said = ⚠️ Документ сам себе противоречит: { $said }.
conflict-more = { $count ->
    [one] Есть ещё { $count } расхождение, см. «Документ».
    [few] Есть ещё { $count } расхождения, см. «Документ».
   *[other] Есть ещё { $count } расхождений, см. «Документ».
}
conflict-nothing = нет
conflict-unsure = { $said } (возможно, это мы прочитали неверно)
conflict-sum = напечатано { $printed }, а строки внутри дают { $expected } { $unit }
conflict-total = напечатано { $printed }, а строки раздела дают { $expected } { $unit }
conflict-net_lending = напечатано { $printed }, а кредиты без погашения дают { $expected } { $unit }
conflict-financial_assets = напечатано { $printed }, а покупки без продаж дают { $expected } { $unit }
conflict-deficit = напечатано { $printed }, а по разделам выше выходит { $expected } { $unit }
conflict-financing = напечатано { $printed }, а по слагаемым выходит { $expected } { $unit }
conflict-text = в тексте { $printed }, а в таблице { $expected } { $unit }
conflict-summary = напечатано { $printed }, а бюджеты округов дают { $expected } { $unit }
conflict-language = по-русски { $printed }, а по-казахски { $expected } { $unit }
conflict-previous = заменяется { $printed }, а в прежней редакции { $expected } { $unit }
card-faults = ⚠ Эта таблица, возможно, не целый бюджет: часть её могла быть не напечатана или не прочитана. Сверьте сумму с документом.
card-faults-first = ⚠ Таблица, возможно, не целый бюджет: { $said }. Сверьте сумму с документом.
card-faults-more = ещё { $count }
fault-section_missing = нет раздела «{ $section }»
fault-total_missing = нет итога раздела «{ $section }»
fault-balance_missing = нет строки «{ $section }»
fault-other_section = строка { $codes } похожа на строку другого раздела, а стоит в разделе «{ $section }»
fault-zero_code = у строки { $codes } код из одних нулей
fault-above_parent = строка { $codes } больше той, в которую она входит
fault-others = (и ещё таких { $count })
doubt-scanned = ⚠️ прочитано с картинки, сумма не подтверждена
doubt-unsure = ⚠️ прочитано неуверенно: сумма может относиться к соседней строке или к другому году
doubt-rows = { $count ->
    [one] строка { $rows }
   *[other] строки { $rows }
}
card-source = Источник:
source-body-unknown = маслихат ({ $place })
source-edition = { $place }, бюджет { $year } года
source-decision = решение № { $number } от { $date }
source-appendix = приложение { $appendix }
source-row = строка { $row }
source-faults = ⚠ Эта таблица, возможно, не целый бюджет: сверьте сумму с документом.

button-child = { $amount } · { $name }
button-other = ↔ { $name }
button-parent = ⬆ { $name }
button-previous = ◀ Предыдущие
button-next = Следующие ▶
button-ledger = 📜 История
button-share = Поделиться
button-newest = Самое новое ▸
button-inside = ▾ Все строки внутри ({ $count })
button-edition = № { $number } ▾
button-step = № { $number }
button-decisions = ⬆ Все решения
button-totals = Итоги { $year }
button-printed = 🧾 Документ
button-card = ⬅ К строке
button-by-code = 🔢 По коду
button-by-size = 🔽 По сумме
button-term = ❔ Что это
button-candidates = ↩ Другие варианты
button-back-answer = ↩ К ответу
button-back-changes = ↩ К изменениям № { $number }
button-back-since = ↩ К изменениям после № { $number }
button-back-budget = ↩ Бюджет { $year } года
button-open-bot = Открыть в боте

## Поиск

candidates-title = По запросу «{ $query }» нашлось несколько строк. Какая нужна?
candidates-unsure = «{ $query }» — возможно, Вы спрашивали об этом:
candidates-nearest = Ближе всего к «{ $query }»:
candidates-branch = { $count ->
    [one] «{ $query }»: такая строка стояла бы в этом разделе:
   *[other] «{ $query }»: такая строка стояла бы в одном из этих разделов:
}
candidates-page = { $first }–{ $last } из { $total }
candidate-number = { $number }. { $name }
candidate-inside = { $amount } · { $parent }
candidate-button = { $number }. { $name } — { $parent }
candidates-gone = Не вижу самого вопроса. Напишите его, пожалуйста, ещё раз.
listing-largest = Самые большие суммы: { $name }
listing-largest-expenditure = Самые большие расходы
listing-largest-revenue = Самые большие доходы
listing-smallest = Самые маленькие суммы: { $name }
listing-smallest-expenditure = Самые маленькие расходы
listing-smallest-revenue = Самые маленькие доходы
listing-largest-kind = Самые большие из строк по запросу «{ $words }»
listing-smallest-kind = Самые маленькие из строк по запросу «{ $words }»
listing-outside = { $count ->
    [1] { $title }, кроме первой строки
    [one] { $title }, кроме первой { $count } строки
   *[other] { $title }, кроме первых { $count } строк
}
listing-no-place = { $number }-го места нет: в списке всего { $count }.
listing-rank = { $name }: { $number }-е место из { $like } по { $side }, { $amount }
listing-rank-kind = { $name }: { $number }-е место из { $count ->
    [one] { $count } строки
   *[other] { $count } строк
} по запросу «{ $words }», { $amount }
listing-rank-side = { $side ->
    [expenditure] расходам
    [revenue] доходам
   *[other] сумме
}
listing-rank-like = { $count ->
    [one] { $count } { $level ->
        [group] функциональной группы
        [subgroup] функциональной подгруппы
        [administrator] учреждения
        [program] программы
        [subprogram] подпрограммы
        [category] категории
        [class] класса
        [subclass] подкласса
       *[other] строки этого уровня
    }
   *[other] { $count } { $level ->
        [group] функциональных групп
        [subgroup] функциональных подгрупп
        [administrator] учреждений
        [program] программ
        [subprogram] подпрограмм
        [category] категорий
        [class] классов
        [subclass] подклассов
       *[other] строк этого уровня
    }
}
listing-all = Что внутри: { $name }
listing-none = Внутри этой строки других строк в решении нет.
listing-none-within = Внутри этой строки других строк в решении нет. Сама она под условие подходит: { $bounds }.
listing-none-beyond = Внутри этой строки других строк в решении нет. Сама она под условие не подходит: { $bounds }.
listing-counted = { $level ->
    [group] Функциональных групп: { $count }
    [subgroup] Функциональных подгрупп: { $count }
    [administrator] Отделов и управлений: { $count }
    [program] Программ: { $count }
   *[other] Строк нижнего уровня: { $count }
}
listing-whole = Всего: { $amount }
listing-computed = Всего: { $amount } (посчитано)
listing-without = { $count ->
    [one] Без строки { $parts }
   *[other] Без строк { $parts }
}
listing-unread = { $order ->
    [smallest] { $count ->
        [1] Слово «{ $words }» мне непонятно. Показаны самые маленькие суммы.
       *[other] Слова «{ $words }» мне непонятны. Показаны самые маленькие суммы.
    }
   *[largest] { $count ->
        [1] Слово «{ $words }» мне непонятно. Показаны самые большие суммы.
       *[other] Слова «{ $words }» мне непонятны. Показаны самые большие суммы.
    }
}
bounded-unread = { $count ->
    [1] Слово «{ $words }» мне непонятно, поэтому отобрано из всех строк.
   *[other] Слова «{ $words }» мне непонятны, поэтому отобрано из всех строк.
}
listing-partly = Понятны не все слова вопроса. Показано то, что ближе всего.
listing-others = { $count ->
    [0] Взята строка, которая ближе всего к вопросу.
    [1] Взята строка, которая ближе всего к вопросу. Если Вы о другой, она на кнопке под списком.
   *[other] Взята строка, которая ближе всего к вопросу. Если Вы о другой, они на кнопках под списком.
}
listing-average = В среднем на одну из { $count }: { $amount } (посчитано).
listing-groups = { $count ->
    [one] в { $count } группе
   *[other] в { $count } группах вместе (посчитано)
}
remainder-part = «{ $name }»
remainder-title = { $count ->
    [one] «{ $whole }» без строки { $parts }
   *[other] «{ $whole }» без строк { $parts }
}
remainder-computed = Такой строки в решении нет, сумма посчитана: { $sum }
remainder-over-years = Остаток по годам (посчитано):
remainder-over-editions = Остаток по решениям (посчитано):
remainder-others = Вычтено то, что ближе всего к вопросу. Похожие строки, которые остались внутри:
remainder-whole-some = Не уверен, из чего вычитать: под «{ $words }» подходит несколько строк.
remainder-whole-none = Не нашёл, из чего вычитать: строки по запросу «{ $words }» нет.
remainder-part-some = Вычитать из строки «{ $whole }» не стал: под «{ $words }» подходит несколько строк внутри. Какая нужна?
remainder-part-none = Вычитать нечего: внутри строки «{ $whole }» нет строки по запросу «{ $words }».
remainder-outside = Вычитать нечего: «{ $words }» и так не входит в строку «{ $whole }».
remainder-unsplit = Вычесть не могу: название строки «{ $whole }» включает и «{ $words }», но отдельной строки для этого внутри неё нет. Сколько на это приходится, решение не показывает.
remainder-shared = Вычитать не стал: «{ $words }» есть в самом названии строки «{ $whole }», а строки внутри по этому запросу — лишь часть, остаток был бы неверным. Что внутри подходит к вопросу:
remainder-balance = «{ $whole }» — разница, а не сумма строк, поэтому вычитать из неё нельзя.
level-group = функциональные группы
level-subgroup = функциональные подгруппы
level-administrator = учреждения
level-program = программы
level-line = строки нижнего уровня
bounds-average = среднего ({ $amount }, посчитано)
bounds-share = { $share } от суммы «{ $name }» ({ $amount }, посчитано)
bounds-nothing = с суммой 0
bounds-above = больше { $low }
bounds-at-least = не меньше { $low }
bounds-below = меньше { $high }
bounds-at-most = не больше { $high }
bounds-range = от { $low } до { $high }
bounds-between = больше { $low } и меньше { $high }
bounds-above-line = больше, чем «{ $name }» ({ $amount })
bounds-below-line = меньше, чем «{ $name }» ({ $amount })
list-no-subgroups = Подгруппы в этом решении не напечатаны: здесь строки нижнего уровня.
bounded-title = «{ $name }», { $level }: { $bounds }
bounded-count = { $count ->
    [1] Подходит 1 из { $total }: { $amount }.
    [one] Подходит { $count } из { $total }, вместе { $amount } (посчитано).
   *[other] Подходят { $count } из { $total }, вместе { $amount } (посчитано).
}
bounded-share = Это { $share } от всей суммы.
bounded-none = Таких нет, всего просмотрено { $total }.
across-count = { $count ->
    [one] Стоит в { $count } функциональной группе.
   *[other] Сумма по { $count } функциональным группам (посчитано).
}
across-summed = { $count ->
    [one] стоит в { $count } группе
   *[other] сумма по { $count } группам (посчитано)
}
across-rest = { $first }–{ $last }. вместе { $amount } (посчитано)
across-question = { $code } { $place } { $year } № { $number }
across-ledger = Сумма всех строк учреждения после каждого решения (посчитано).
across-groups = { $count ->
    [one] { $count } группа
    [few] { $count } группы
   *[other] { $count } групп
}
comparison-title = По вопросу «{ $query }»:
comparison-more = { $name }: больше на { $delta } ({ $ratio }).
comparison-nearly = Почти поровну: { $name } больше на { $delta } ({ $ratio }).
comparison-more-than-nothing = { $name }: больше на { $delta }.
comparison-equal = Поровну.
comparison-largest = Больше всего: { $name }. Меньше всего: { $least }.
comparison-part = «{ $part }» — часть строки «{ $whole }»: { $share }. Остальное в ней: { $rest }.
comparison-contrary = Нет, наоборот.
comparison-outside = Нет, одно в другое не входит: { $part } и { $whole } стоят отдельно.
comparison-ways = Одно из них — доход, другое — расход.
comparison-percent = на { $share }
comparison-times-whole = { $count ->
    [one] в { $times } раз
    [few] в { $times } раза
   *[other] в { $times } раз
}
comparison-times = в { $times } раза
comparison-unfound = Строки по запросу «{ $words }» не нашлось, поэтому сравнить не с чем.
comparison-other-year = Суммы на разные годы ({ $first } и { $second }), поэтому разница не посчитана.
comparison-unfound-too = Строки по запросу «{ $words }» не нашлось.
obstacle-same = Всё, что названо, — одна и та же строка: «{ $name }».
obstacle-editions = Суммы из разных решений о бюджете, поэтому ничего не посчитано.
obstacle-ranks = Бюджеты разного уровня: доходы и расходы делятся в них по-разному, поэтому ничего не посчитано.
obstacle-places = Это бюджеты разных мест: деньги, которые один из них передаёт другому, посчитались бы дважды. Поэтому сумма не посчитана.
obstacle-ways = Доходы и расходы не складываются, поэтому сумма не посчитана.
obstacle-balance = Одна из этих строк — разница (сальдо, дефицит) или меньше нуля, поэтому ничего не посчитано.
obstacle-unsure = Слова подходят к разным строкам, поэтому ничего не посчитано.
sum-computed = Такой строки в решении нет, сумма посчитана: { $sum }
sum-inner = «{ $part }» входит в строку «{ $whole }» и второй раз не посчитано.
sum-unfound = Поэтому сумма не посчитана.
years-average = В среднем за год (посчитано по { $count } показанным):
years-sum = Вместе за эти годы (посчитано):
by-edition-rises-most = Больше всего выросло: { $name } ({ $change }).
by-edition-rises-least = Меньше всего выросло: { $name } ({ $change }).
by-edition-rises-none = Ни одна из этих строк не выросла.
by-edition-cuts-most = Больше всего уменьшилось: { $name } ({ $change }).
by-edition-cuts-least = Меньше всего уменьшилось: { $name } ({ $change }).
by-edition-cuts-none = Ни одна из этих строк не уменьшилась.
by-edition-sums = Вместе (посчитано):
comparison-year-of = { $year } год:
comparison-plan-year-of = { $year } год, план (из трёхлетнего бюджета):
comparison-year-open = { $year } год
comparison-edition-of = № { $number } от { $date }:
comparison-edition-open = № { $number } от { $date }
comparison-in-year = { $name }, { $year } год
comparison-unsure = «{ $words }»: неясно, какая это строка. Взята строка «{ $name }».
comparison-open = «{ $words }»: неясно, какая это строка.
comparison-together = { $count ->
    [one] «{ $words }»: { $count } строка: { $amount }
    [few] «{ $words }»: { $count } строки вместе: { $amount } (посчитано)
   *[other] «{ $words }»: { $count } строк вместе: { $amount } (посчитано)
}
comparison-supposed = «{ $words }»: вероятно, это «{ $name }».
comparison-others = Если Вы о другой строке:
lacking-year = { $value } год: не загружен
lacking-line = { $value } год: такой строки нет
lacking-decision = № { $value }: не загружено
lacking-decision-year = № { $value }: таблицы { $year } года в нём нет
lacking-edition-line = № { $value }: такой строки нет
lacking-month = { $value }: решения этого месяца не загружены
lacking-original = { $value } год: первоначальный бюджет не загружен
every-place = Бюджеты разных мест не складываются. Чтобы увидеть несколько рядом, назовите их, например: «{ $section }: { $one } и { $other }». Ниже — только одно место.
which-place-alone = Загружено только одно место, сравнить его не с чем. Ниже — его суммы.
which-place-more = Чтобы узнать, где больше, назовите места, например: «{ $section }: { $one } и { $other }». Ниже — только одно место.
decision-alike = Есть и решение с номером { $number }: если Вы о нём, напишите «решение { $number }».
nothing-found = По запросу «{ $query }» ничего не нашлось.
nothing-understood = Искал слова: { $words }.
nothing-nearest = Отдалённо похоже:
nothing-nearest-amounts = Ближайшие по сумме:
notice-shortened = Сообщение длинное, я прочитал только это: «{ $query }».
notice-sums-alone = Показаны только суммы. Как менялась каждая строка, покажет её история.
notice-one-edition = Показан только { $year } год по решению № { $number }: об остальных годах и решениях спросите отдельно.
nothing-try = Попробуйте название строки, её код или точную сумму. Узнать, что есть в бюджете, можно так: «самые большие расходы», «доходы». Подробнее: /help
nothing-try-elsewhere = Меня можно спросить о строке бюджета по названию, коду или точной сумме, и обо всём сразу: «куда уходят деньги».

## Проверка сказанного

check-question = проверь: { $claim }
check-claimed = { $word } { $amount }
claim-said = Сказано: { $said }.
claim-exact-amount = Ровно столько стоит в решении { $at }: { $actual }.
claim-newest-amount = Сейчас, по решению { $at }: { $actual }, это { $difference }. Сказанное подходит только к прежнему решению.
claim-rounded-amount = Если округлить, столько стоит в решении { $at }: { $actual }.
claim-cut_off-amount = Если отбросить последние цифры, столько стоит в решении { $at }: { $actual }.
claim-within-amount = В эти границы попадает сумма в решении { $at }: { $actual }.
claim-within-share = В эти границы попадает доля от строки «{ $at }»: { $actual }.
claim-within-change = В эти границы попадает изменение { $at }: { $actual }.
claim-inside = в границах
claim-open-unit = { $number } (единица не названа, принято: { $unit })
claim-named-amount = В решении { $at }: { $actual }, это { $difference }.
claim-none-amount = Такой суммы нет ни в одном из загруженных решений о бюджете { $year } года. Ближе всего решение { $at }: { $actual }, это { $difference }.
claim-exact-span = За { $at } вместе (посчитано) ровно столько: { $actual }.
claim-rounded-span = Если округлить, за { $at } вместе (посчитано) столько: { $actual }.
claim-cut_off-span = Если отбросить последние цифры, за { $at } вместе (посчитано) столько: { $actual }.
claim-within-span = За { $at } вместе (посчитано) в этих границах: { $actual }.
claim-named-span = За { $at } вместе (посчитано): { $actual }, это { $difference }.
claim-none-span = За { $at } вместе (посчитано) другая сумма: { $actual }, это { $difference }.
claim-no-span = Суммы за эти годы не загружены, сравнить не с чем.
claim-newest-share = Сейчас, по решению { $decision }, доля от строки «{ $at }»: { $actual }, это { $difference }. Сказанное подходит только к прежнему решению.
claim-then-share = В решении { $decision } доля от строки «{ $at }»: { $actual }.
claim-share-then = { $at }, решение { $decision }
claim-exact-share = Ровно такая доля от строки «{ $at }»: { $actual }.
claim-rounded-share = Если округлить, такая доля от строки «{ $at }»: { $actual }.
claim-cut_off-share = Если отбросить последние цифры, такая доля от строки «{ $at }»: { $actual }.
claim-words-share = Доля от строки «{ $at }»: { $actual }, это { $difference }.
claim-over-kept = Доля от строки «{ $at }»: { $actual }. Это больше { $bound }, как и сказано.
claim-under-kept = Доля от строки «{ $at }»: { $actual }. Это меньше { $bound }, как и сказано.
claim-over-missed = Доля от строки «{ $at }»: { $actual }. Это больше { $bound }, а сказано, что меньше.
claim-under-missed = Доля от строки «{ $at }»: { $actual }. Это меньше { $bound }, а сказано, что больше.
claim-none-share = Такой доли у этой строки нет. Ближе всего доля от строки «{ $at }»: { $actual }, это { $difference }.
claim-exact-change = Ровно такое изменение { $at }: { $actual }.
claim-rounded-change = Если округлить, такое изменение { $at }: { $actual }.
claim-cut_off-change = Если отбросить последние цифры, такое изменение { $at }: { $actual }.
claim-named-change = Изменение { $at }: { $actual }, это { $difference }.
claim-none-change = Такого изменения нет. Ближе всего { $at }: { $actual }, это { $difference }.
claim-exact-beside = Ровно такая разница двух строк в решении { $at }: { $actual }.
claim-rounded-beside = Если округлить, такая разница двух строк в решении { $at }: { $actual }.
claim-cut_off-beside = Если отбросить последние цифры, такая разница двух строк в решении { $at }: { $actual }.
claim-within-beside = Разница двух строк в решении { $at } в этих границах: { $actual }.
claim-named-beside = Разница двух строк в решении { $at }: { $actual }, это { $difference }.
claim-none-beside = Такой разницы двух строк нет. В решении { $at }: { $actual }, это { $difference }.
claim-times-less = { $times } меньше
claim-times-more = { $times } больше
claim-none-times = Такой разницы двух строк нет. В решении { $at }: { $actual }.
claim-named-times = Разница двух строк в решении { $at }: { $actual }.
claim-no-beside = Ни в одном решении этих двух строк нет вместе, сравнить не с чем.
claim-no-later = После этого решения другие не загружены, сравнить не с чем.
claim-all-beside = Разница двух строк по решениям (в скобках разница со сказанным):
claim-beside-names = «{ $name }» рядом со строкой «{ $other }» (посчитано)
claim-beside-line = Рядом со строкой «{ $name }».
claim-two-places = «{ $said }»: строки двух мест здесь не сравниваются. Спросите со словом «сравни» и назовите оба места, в том числе { $place }.
claim-base-unfound = «{ $said }»: сравнить не с чем, строки «{ $words }» в бюджете нет.
claim-is-below = Это дефицит, а не профицит. { $at }: { $actual }.
claim-is-above = Это профицит, а не дефицит. { $at }: { $actual }.
claim-no-amount = Суммы не загружены, сравнить не с чем.
claim-no-share = Доля этой строки не вычисляется, сравнить не с чем.
claim-no-change = Загружено только одно решение, изменение сравнить не с чем.
claim-in-table-unit = Суммы в документе указаны в единицах «{ $unit }». Если и здесь имелись в виду они, такая сумма есть — { $at }: { $actual }.
claim-thousand-more = Сумма в тысячу раз больше сказанной есть, { $at }: { $actual }.
claim-thousand-less = Сумма в тысячу раз меньше сказанной есть, { $at }: { $actual }.
claim-part = Отдельной строки на это в бюджете нет, сравнить не с чем.
claim-part-lines = { $count ->
    [one] Сумма ниже не об этом, а обо всей строке, в которую это может входить:
   *[other] Суммы ниже не об этом, а обо всех строках, в которые это может входить:
    }
claim-more = на { $amount } больше сказанного
claim-less = на { $amount } меньше сказанного
claim-opposite = в другую сторону
claim-points = { $number } п. п.
claim-points-whole = { $count ->
    [one] { $number } процентный пункт
    [few] { $number } процентных пункта
   *[other] { $number } процентных пунктов
}
claim-points-part = { $number } процентного пункта
claim-came = { $span } (новая строка)
claim-gone = { $span } (строка снята)
claim-over-gap = { $span }, включая незагруженные решения
claim-each-year = { $fits ->
    [0] Столько нет ни в одном из { $years } лет.
   *[other] Столько в { $fits } из { $years } лет.
}
claim-of-year = { $at } (бюджет { $year } года)
claim-all-amount = Все загруженные суммы, { $unit } (в скобках разница со сказанным):
claim-all-share = Доли (в скобках разница со сказанным):
claim-all-change = Изменения (в скобках разница со сказанным):
claim-left-out = { $count ->
    [one] … и ещё { $count } …
   *[other] … и ещё { $count } …
    }
claim-unsure = { $count ->
    [one] Неясно, о какой строке это сказано. Возможно, об этой:
   *[other] Неясно, о какой строке это сказано. Возможно, об одной из этих:
    }
claim-together = Вместе (посчитано): { $names }
claim-unsure-together = Неясно, о каких строках это сказано. Возможно, об этих:
claim-not-inside = «{ $said }»: «{ $words }» не включает строку «{ $name }», поэтому такой доли нет.
claim-none-inside = «{ $said }»: «{ $words }» не включает ни одной строки, о которой это может быть сказано, поэтому сравнить не с чем.
claim-may-be-inside = Если это доля чего-то внутри строки «{ $name }», то не сказано, чего.
claim-years-unsaid = «{ $said }»: не сказано, за какие именно годы, а в загруженных бюджетах у этой строки их другое число. Назовите годы.
claim-years-together = «{ $said }»: за несколько лет вместе здесь считается только сумма одной строки, сравнить не с чем.
claim-unfound = «{ $said }»: строки «{ $words }» в бюджете не нашлось, сравнить не с чем.
claim-foreign = «{ $said }»: суммы здесь в тенге, с другой валютой не сравниваются.
claim-negative = «{ $said }»: сумма с минусом ни с чем не сравнивается.
claim-no-figure = В сообщении нет числа, которое можно сравнить с решениями.
claim-no-subject = «{ $said }»: не сказано, на что.
claim-missing-place = «{ $said }»: бюджет «{ $value }» не загружен, сравнить не с чем.
claim-missing-year = «{ $said }»: бюджет на { $value } год не загружен, сравнить не с чем.
claim-missing-line = «{ $said }»: в бюджете на { $value } год такой строки нет.
claim-missing-edition-line = «{ $said }»: в решении, о котором это сказано, такой строки нет.
claim-missing-edition = «{ $said }»: решение, о котором это сказано, не загружено, сравнить не с чем.
claim-missing-decision-year = «{ $said }»: в решении № { $value } нет таблицы { $year } года, сравнить не с чем.
claim-missing-which-place = «{ $said }»: загружено несколько мест, а о каком это сказано, неясно.
claim-verb-amount = Не понял: { $words }. Сказанное сравнивается с суммами строки.
claim-verb-change = Не понял: { $words }. Сказанное сравнивается с тем, как строка менялась.
claim-unread = Не сравнивалось: { $numbers }.
claim-scope = Сравниваются только числа, и только с планом по решениям.

## Чего в решениях нет, и что входит в строку

not-held-execution = Сколько потрачено на деле и что уже сделано, в решениях не сказано: это план.
not-held-contractor = Кто подрядчик и как прошли закупки, в решениях не сказано.
not-held-shared = Сколько это на одного человека или на одну штуку, в решениях не сказано.
not-held-count = Сколько их, в решениях не сказано: там только деньги.
not-held-pay = Кто сколько получает, в решениях не сказано.
not-held-cost = Отдельной строки на это нет: такие расходы входят в каждую программу, и сколько их там, в решениях не сказано.
not-held-office = Кто именно за это отвечает, в решениях не сказано: они называют только администратора программы, ведомство.
held-office = { $count ->
    [one] Администратор: { $names }.
   *[other] Администраторы: { $names }.
}
not-held-person = Кто именно, в решениях не сказано.
not-held-nothing = Решения называют то, на что деньги есть. На что их не дали, в них не сказано.
not-held-place = Где именно, в решениях не сказано.
not-held-time = Когда именно, в решениях не сказано.
notice-moved = Решения не говорят, с какой строки на какую ушли деньги, и причин не называют.
notice-moved-lines = Вот как менялась каждая строка.
not-held-reason = Почему так, в решениях не сказано.
not-held-source = Из каких именно денег это оплачивают, в решениях не сказано: доходы идут в бюджет вместе.
not-held-single = Отдельных объектов решения не называют: на все дана одна сумма.
not-held-rate = Ставок, тарифов, размеров выплат и сумм за месяц в решениях нет: там суммы на год.
not-held-state = Об этом в решениях не сказано: там только деньги.
not-held-debt = Сколько долга всего, в решениях не сказано: там займы, их погашение и проценты за год.
not-held-line = Есть сумма по плану:
not-held-lines = Есть суммы по плану. Какая нужна?
not-held-ask = Могу назвать сумму: спросите, например, «самые большие расходы» или «доходы».
part-of-line = Отдельной строки на это в бюджете нет. Это входит в строку:
part-of-lines = Отдельной строки на это в бюджете нет. Это может входить в такие строки:
supposed-part = Не все слова вопроса есть в бюджете. Возможно, это входит сюда:
searched-instead = По «{ $query }» ничего не нашлось, вместо этого искал «{ $searched }».
missing-year = Бюджет на { $value } год не загружен. Показан другой, загруженный год.
missing-year-there = { $place }: бюджет на { $value } год не загружен. Показан другой, загруженный год.
missing-year-beside = Бюджет на { $value } год не загружен.
missing-decision = Решение № { $value } не загружено. Показано другое, загруженное.
missing-decision-year = Решение № { $value } загружено, но таблицы { $year } года в нём нет. Показано другое решение о бюджете { $year } года.
missing-date = Решения, принятые до { $value }, не загружены. Показано более позднее.
missing-month = { $month ->
    [1] В январе принятых решений нет или они не загружены. Показано другое решение.
    [2] В феврале принятых решений нет или они не загружены. Показано другое решение.
    [3] В марте принятых решений нет или они не загружены. Показано другое решение.
    [4] В апреле принятых решений нет или они не загружены. Показано другое решение.
    [5] В мае принятых решений нет или они не загружены. Показано другое решение.
    [6] В июне принятых решений нет или они не загружены. Показано другое решение.
    [7] В июле принятых решений нет или они не загружены. Показано другое решение.
    [8] В августе принятых решений нет или они не загружены. Показано другое решение.
    [9] В сентябре принятых решений нет или они не загружены. Показано другое решение.
    [10] В октябре принятых решений нет или они не загружены. Показано другое решение.
    [11] В ноябре принятых решений нет или они не загружены. Показано другое решение.
   *[12] В декабре принятых решений нет или они не загружены. Показано другое решение.
    }
missing-season = За это время принятых решений нет или они не загружены. Показано другое решение.
missing-rank = { $value ->
    [region] Бюджет области — другой, здесь его нет. Ниже то, что есть в этом бюджете.
    [district] Бюджет района — другой, здесь его нет. Ниже то, что есть в этом бюджете.
   *[country] Бюджета всей страны здесь нет. Ниже то, что есть в этом бюджете.
}
missing-line = В бюджете на { $value } год такой строки нет. Показан основной год бюджета.
missing-edition-line = В решении № { $value } такой строки нет. Показано другое решение, в котором она есть.
missing-amount = Строки с суммой { $value } в этом бюджете нет.
missing-amount-elsewhere = Сумма { $value } в бюджете есть, но не там, где спросили.
missing-amount-summand = Строки с суммой { $value } нет: столько напечатано в одной из строк, которые складываются в сумму ниже.
missing-standing = Столько решений на этот год нет: загружено { $value }. Показано последнее.
missing-earlier = Более раннего решения нет или оно не загружено. Показано первое из загруженных.
missing-later = Более позднего решения нет или оно не загружено. Показано последнее из загруженных.
missing-context = Не вижу, к чему это: такой вопрос продолжает предыдущий. Напишите целиком, например «школы в 2014 году» или «почему выросло образование».
missing-more = Это всё, больше строк нет.
missing-other = Тогда напишите, о чём Вы: название строки, код или сумму. Можно и своими словами, например «сколько на воду».
missing-no-rest = Это уже весь итог: вычесть его не из чего, остатка нет.
missing-not-plain = { $value }: спрошена не сумма строки (из неё что-то вычтено или нужны были список, изменение, доля), поэтому с другими я её не складываю и не сравниваю. Назовите нужные строки одним сообщением, например «школы и садики вместе».
missing-other-editions = { $value }: из вопросов не видно, что это суммы одного бюджета, года и решения, поэтому вместе я их не складываю и не сравниваю. Назовите нужные строки и год одним сообщением, например «школы и садики вместе в 2014 году».
missing-without-edition = Сколько было бы без одного решения или года, не считаю: решение меняет то, что оставили прежние, и отдельно от них суммы нет. Что изменило каждое решение, видно в истории: спросите, например, «история образования» или «что изменилось в апреле».
missing-bounded-changes = Изменения по сумме не отбираю. Спросите «что изменилось»: самые большие стоят в списке первыми, а весь список открывает кнопка «Все изменения».
missing-place-beside = Бюджет «{ $value }» не загружен, сравнить с ним нельзя.
missing-place-beside-several = Эти бюджеты не загружены, сравнить с ними нельзя: { $value }.
missing-place = Бюджет «{ $value }» не загружен. Показан другой, загруженный бюджет.
missing-place-several = Эти бюджеты не загружены: { $value }. Показан другой, загруженный бюджет.
line-lacking = В бюджете «{ $place }» на { $year } год такой строки нет.
line-lacking-branch = В бюджете «{ $place }» на { $year } год нет ни такой строки, ни раздела, в котором она стояла бы. Возможно, за это платит бюджет другого уровня.
lacking-inside = Узнать, что в этом бюджете есть, можно так: «самые большие расходы».
lacking-others = О том же можно спросить по другим бюджетам:
place-not-loaded = Бюджет «{ $place }» не загружен, поэтому ответить не могу.
places-not-loaded = Эти бюджеты не загружены, поэтому ответить не могу: { $place }.
places-loaded = Загружены бюджеты: { $places }.
places-and-more = { $places } и ещё { $count }
lacking-elsewhere = Такая строка есть в бюджетах: { $places }.
place-loaded = О том же можно спросить по бюджетам, которые есть:
place-which = Чей бюджет Вас интересует?
place-more = И ещё { $count }: назовите место в вопросе.
place-assumed = Место в вопросе не названо: это { $place }.
button-place = 📍 { $place }
button-homes = 📍 Другое место
button-newest-year = Самый новый год
home-is = Ваше место: { $place }.
home-is-year = Ваше место: { $place }, бюджет на { $year } год.
home-choose = Чей бюджет показывать, если в вопросе место не названо? Выберите или напишите: /home Тараз.
home-not-loaded = «{ $place }»: такого места среди загруженных нет.
home-no-year = У этого места среди загруженных нет бюджета, принятого на { $year } год: год не запомнен.
home-more = { $count ->
    [one] И ещё { $count } место: напишите его название после /home.
    [few] И ещё { $count } места: напишите название после /home.
   *[other] И ещё { $count } мест: напишите название после /home.
}
home-saved = Теперь вопросы без места — о бюджете: { $place }. Изменить: /home.
home-saved-year = Теперь вопросы без места — о бюджете: { $place }, { $year } год. Изменить: /home.
home-which-year = Если год не назван, какой показывать?
privacy-title = Что я о Вас храню
privacy-stored = В базе данных записано:
privacy-nothing = В базе данных о Вас ничего не записано.
privacy-id = Ваш номер в Telegram: { $number }
privacy-language = выбранный язык: { $language }
privacy-home = Ваше место (/home): { $place }
privacy-home-year = выбранный год: { $year }
privacy-colours-dark = цвета картинок: тёмные
privacy-colours-light = цвета картинок: светлые
privacy-replies = { $count ->
    [1] номер Вашего сообщения и моего ответа на него, двое суток: исправленный вопрос получает ответ на том же месте
    [one] номера { $count } Вашего сообщения и моего ответа на него, двое суток: исправленный вопрос получает ответ на том же месте
   *[other] номера { $count } Ваших сообщений и моих ответов на них, двое суток: исправленный вопрос получает ответ на том же месте
}
privacy-questions = { $count ->
    [1] Ваш последний вопрос, как я его понял, один день: чтобы понимать «а в 2014?»
    [one] { $count } Ваш последний вопрос, как я его понял, один день: чтобы понимать «а в 2014?»
    [few] { $count } Ваших последних вопроса, как я их понял, один день: чтобы понимать «а в 2014?»
   *[other] { $count } Ваших последних вопросов, как я их понял, один день: чтобы понимать «а в 2014?»
}
privacy-counted = сколько раз Вы недавно писали, несколько часов: чтобы один человек не занял меня целиком
privacy-besides = Кроме того:
privacy-last = Последние вопросы я помню, чтобы понимать «а в 2014?», но только в памяти: после перезапуска их нет, и на диск они не пишутся.
privacy-open = Сообщение, на которое я ещё не ответил, лежит в базе данных, чтобы не пропасть; с ответом оно оттуда удаляется.
privacy-missed = Если ответа не нашлось, я считаю слова вопроса: без чисел и не записывая, кто спросил.
privacy-feedback = Кнопка «Не то / непонятно?»: вопрос и ответ уходят оператору, только если Вы согласны, без имени и номера. У меня они не хранятся.
privacy-group = Если администраторы группы выбрали для неё язык или место, я храню их вместе с номером группы, пока меня из неё не уберут.
privacy-telegram = Сама переписка хранится у Telegram. Имя, которое Telegram передаёт с сообщением, я не записываю; номера телефона не вижу.
privacy-forget = Удалить всё, что записано о Вас: /forget
privacy-forgotten = Готово: всё, что было записано о Вас, удалено, и последние вопросы забыты.
privacy-forgotten-counted = Только число Ваших недавних сообщений хранится ещё несколько часов: иначе ограничение можно было бы обойти.
follow-title = Вы следите за строками
follow-line = { $name } — { $place }, { $year }
follow-gone = { $name } — { $place }, { $year }: с решения № { $number } от { $date } такой строки нет
follow-unread = { $name } — { $place }, { $year }: в решении № { $number } от { $date } строка напечатана, но сумма не прочитана
follow-moved = { $name } — { $place }, { $year }: с решения № { $number } от { $date } стоит в строке «{ $office }», код { $code }
follow-lacking = { $name } — { $place }, { $year }: в загруженных решениях такой строки нет
follow-office = { $name }, всего
follow-how = Когда загрузят решение, которое меняет строку, я напишу: было, стало.
follow-none = Вы пока ни за чем не следите. Откройте строку и нажмите «🔔 Следить»: когда загрузят решение, которое её меняет, я напишу.
follow-choose = Неясно, за какой строкой следить. Откройте нужную и нажмите «🔔 Следить».
follow-began = Слежу. Когда загрузят решение, которое меняет эту строку, я напишу. Список: /follow
follow-private = Следить можно в личном чате с ботом: откройте эту строку там и нажмите «🔔 Следить».
private-only = Об этом — только в личном чате с ботом: здесь ответ увидели бы все.
follow-stopped = Больше не слежу.
follow-too-many = Можно следить не больше чем за { $count } строками. Уберите лишние: /follow
follow-due = Решение № { $number } от { $date } изменило то, за чем Вы следите
follow-due-unread = Решение № { $number } от { $date } загружено, но не всё, за чем Вы следите, в нём прочитано
follow-due-over-gap = Загружено решение № { $number } от { $date }: то, за чем Вы следите, изменилось
follow-since = По сравнению с решением № { $number } от { $date }.
follow-change = { $name }: { $old } → { $new } ({ $delta })
follow-change-moved = { $name } (теперь в строке «{ $office }»)
follow-change-same = { $name }: { $amount }, сумма та же
follow-latest = «Сейчас» — по решению № { $number } от { $date }: оно принято позже.
follow-latest-amount = { $change }; сейчас { $amount }
follow-latest-gone = { $change }; сейчас такой строки нет
follow-latest-unread = { $change }; нынешняя сумма напечатана, но не прочитана
follow-added = { $name }: новая строка, { $amount }
follow-removed = { $name }: строки больше нет, было { $amount }
follow-unread-now = { $name }: было { $amount }, новая сумма напечатана, но не прочитана
follow-unread-before = { $name }: теперь { $amount }, прежняя сумма напечатана, но не прочитана
follow-mended = Поправка: решение № { $number } от { $date } загружено заново, и в нём не то, что я показывал
follow-corrected-line = { $name }: { $told }; { $now }
follow-told-amount = я показывал { $amount }
follow-told-gone = я показывал, что такой строки нет
follow-told-unread = я показывал, что сумма напечатана, но не прочитана
follow-mended-amount = в решении { $amount }
follow-mended-gone = в решении такой строки нет
follow-mended-unread = в решении сумма напечатана, но не прочитана
follow-withdrawn = Поправка: решения № { $number } от { $date } среди загруженных больше нет, и то, что я по нему показывал, не действует
follow-withdrawn-amount = сейчас { $amount }
follow-withdrawn-gone = сейчас такой строки нет
follow-withdrawn-unread = нынешняя сумма напечатана, но не прочитана
follow-withdrawn-no-table = сейчас на этот год не загружено ни одной таблицы
follow-newest = «Сейчас» — по решению № { $number } от { $date }.
button-follow = 🔔 Следить: { $name }
button-follow-short = 🔔 Следить
button-unfollow = 🔕 Не следить: { $name }
button-unfollow-short = 🔕 Не следить
privacy-follows = { $count ->
    [one] { $count } строка, за которой Вы следите (/follow), о каких решениях Вы уже знаете и какие суммы по ним видели
    [few] { $count } строки, за которыми Вы следите (/follow), о каких решениях Вы уже знаете и какие суммы по ним видели
   *[other] { $count } строк, за которыми Вы следите (/follow), о каких решениях Вы уже знаете и какие суммы по ним видели
}
gone-budget = Эта кнопка или ссылка ведёт в бюджет, который здесь не загружен.
gone-decision = { $place }, { $year }: решения, к которому ведёт эта кнопка или ссылка, здесь нет.
gone-edition = { $place }, { $year }: таблица решения № { $number } от { $date } здесь не загружена.
gone-year = { $place }: бюджет на { $year } год не загружен.
gone-line = { $place }, { $year }: такой строки в этом решении нет.
gone-line-coded = { $place }, { $year }: строки с кодом { $codes } в этом решении нет.
gone-link = Эта ссылка осталась от прежней версии бота или неполна: к какой строке она вела, теперь не узнать. Спросите словами.
link-names-no-decision = В ссылке решение не названо. Показано последнее из загруженных: когда ссылку дали, последним могло быть другое.
gone-moved = Эта строка стоит там под другим кодом: { $code }.
gone-alike = Решение № { $number } от { $date } убрало её ({ $old }) и ввело строку с тем же названием под кодом { $code }: { $new }. Суммы разные, поэтому та ли это строка, из решений не видно.
gone-button-moved = Эта строка: код { $code }
gone-button-alike = Строка с тем же названием: код { $code }
gone-instead = Что здесь есть:
button-names-no-decision = Кнопка старая: она не называет решения, и с тех пор могло появиться новое. Выберите:
gone-button-same = Эта строка: { $year }, № { $number }

## Что значит слово (сами объяснения — в glossary/)

term-source = Источник:
term-law = Бюджетный кодекс от 15 марта 2025 года
term-law-before = До 2025 года действовал Кодекс 2008 года.
term-source-none = Это слово самого бота: закон его не определяет.
term-article = статья { $number }
term-paragraph = пункт { $number }
term-subparagraph = подпункт { $number }
term-kind = Это { $kind }. { $what }
term-code-part = { $code } — { $level }: { $name }
term-code-typed = Код { $code }
term-code-none = в этом бюджете такой строки нет
term-lines = В загруженном бюджете:

## История изменений

ledger-title = История изменений
ledger-decision = № { $number } от { $date }
ledger-approved = утверждено
ledger-unloaded = не загружено, сумма неизвестна
ledger-unread = строка напечатана, но сумма не прочитана
ledger-absent = такой строки нет
ledger-appeared = новая строка
ledger-unchanged = не менялось
ledger-delta-over-gap = { $delta } вместе с незагруженными решениями
ledger-delta-over-unread = { $delta } вместе с решением, где сумма не прочитана
ledger-unchanged-over-gap = вместе с незагруженными решениями — без изменений
ledger-unchanged-over-unread = вместе с решением, где сумма не прочитана, — без изменений
ledger-left-out = { $count ->
    [one] … здесь пропущено { $count } решение …
    [few] … здесь пропущены { $count } решения …
   *[other] … здесь пропущено { $count } решений …
}
ledger-total = С первоначального бюджета: { $delta }
ledger-total-unchanged = С первоначального бюджета сумма та же
button-changes = ± № { $number }

## Внутри строки, выбор редакции, напечатанная строка

inside-page = { $count ->
    [one] Внутри { $count } строка
    [few] Внутри { $count } строки, по убыванию: { $first }–{ $last }
   *[other] Внутри { $count } строк, по убыванию: { $first }–{ $last }
}
inside-page-by-code = { $count ->
    [one] Внутри { $count } строка
    [few] Внутри { $count } строки, по порядку кодов: { $first }–{ $last }
   *[other] Внутри { $count } строк, по порядку кодов: { $first }–{ $last }
}
inside-nothing = Внутри больше ничего не напечатано.
editions-title = { $place }: решения о бюджете на { $year } год
editions-here = ◂ показано
printed-title = Как напечатано в документе
printed-rows = { $count ->
    [one] строка { $rows }
   *[other] строки { $rows }
}
printed-language = текст на казахском языке
printed-more = … и ещё { $count } из этих строк

## Решения о бюджете

budget-question = бюджет { $named }
decisions-question = список решений { $named }
decisions-title = Решения о бюджете: { $place }, { $years }
decisions-without = Решение № { $number } не загружено: его содержание неизвестно.
decisions-council = Бюджет и изменения в нём утверждает { $council }.
decisions-without-table = Решение № { $number } загружено без своей таблицы { $year } года: что оно изменило, неизвестно.
decisions-without-year = Решение № { $number } загружено, но таблицы { $year } года в нём нет.
decisions-without-time = Решений, принятых в это время, нет или они неизвестны. Вот все известные решения.
decisions-count = { $count ->
    [one] Известно { $count } решение, загружено { $loaded }.
    [few] Известно { $count } решения, загружено { $loaded }.
   *[many] Известно { $count } решений, загружено { $loaded }.
}
decisions-totals = Итоги { $year } года до и после решения, { $unit }
decisions-page = { $first }–{ $last } из { $count }, от новых к старым
decisions-page-of = { $first }–{ $last } из { $count }
decisions-total = { $section }: { $new }
decisions-lacking = не загружено: что изменило, неизвестно
decisions-text-only = загружено без своей таблицы { $year } года: что изменило, неизвестно
decisions-untouched = таблицу { $year } года не меняло
decisions-no-earlier = более ранние не загружены
decisions-over-gap = вместе с незагруженными решениями перед ним

## Изменения решения

changes-question = что изменилось { $named }
changes-question-between = что изменилось с № { $since } по № { $until } { $place }
changes-question-month = что изменилось за { $named }
changes-question-month-number = { $month ->
    [1] что изменилось за январь
    [2] что изменилось за февраль
    [3] что изменилось за март
    [4] что изменилось за апрель
    [5] что изменилось за май
    [6] что изменилось за июнь
    [7] что изменилось за июль
    [8] что изменилось за август
    [9] что изменилось за сентябрь
    [10] что изменилось за октябрь
    [11] что изменилось за ноябрь
   *[12] что изменилось за декабрь
}
changes-question-month-year = что изменилось за { $month } { $year }
changes-question-decision = что изменилось в решении { $named }
changes-title = Что изменило решение № { $number } от { $date }
official-page = официальный текст
page-known = Официальный текст решения № { $number } от { $date }:
page-unknown = Ссылки на официальный текст решения № { $number } от { $date } нет: в загруженном документе она не указана.
in-force = Решение № { $number } от { $date } действует с { $since }.
in-force-all = Все загруженные решения действуют с { $since }.
in-force-unknown = С какого дня действует решение № { $number } от { $date }, в загруженных документах не сказано.
pages-known = Номер решения открывает его официальный текст.
pages-some = Номер решения открывает его официальный текст, если ссылка на него известна.
pages-unknown = Ссылок на официальные тексты нет: в загруженных документах они не указаны.
changes-title-together = Что изменилось между решениями № { $since } от { $since_date } и № { $number } от { $date }
changes-against = По сравнению с решением № { $number } от { $date }, { $unit }
changes-no-previous = Более раннее решение не загружено, сравнить не с чем.
changes-total = { $section }: { $old } → { $new } ({ $delta })
changes-total-same = { $section }: { $new }, без изменений
changes-added = { $section }: новые строки
changes-removed = { $section }: снятые строки
changes-none-added = Новых строк это решение не внесло.
changes-none-removed = Ни одной строки это решение не сняло.
changes-none-added-together = За это время ни одной новой строки не появилось.
changes-none-removed-together = За это время ни одной строки не сняли.
changes-rises = { $section }: прибавили
changes-cuts = { $section }: убавили
changes-line = { $delta } — { $name }
changes-line-added = { $delta } — { $name } (новая строка)
changes-line-removed = { $delta } — { $name } (строка снята)
changes-line-renamed = { $name } (другое название, сумма прежняя)
changes-line-returned = { $delta } — { $name } (поступает в бюджет: { $old } → { $new })
changes-line-returned-new = { $delta } — { $name } (поступает в бюджет: { $new })
changes-line-returned-old = { $delta } — { $name } (поступало в бюджет: { $old })
changes-line-returned-added = { $delta } — { $name } (новая строка, поступает в бюджет: { $new })
changes-line-returned-removed = { $delta } — { $name } (строка снята, поступало в бюджет: { $old })
changes-more = { $count ->
    [one] ещё { $count } строка
    [few] ещё { $count } строки
   *[other] ещё { $count } строк
}
changes-none = Ни одна сумма не изменилась.
changes-none-read = Ни одна из прочитанных сумм не изменилась.
changes-lines-unread = Напечатаны, но не прочитаны: что с ними стало, неизвестно
changes-line-unread-now = { $name }: было { $amount }, новая сумма не прочитана
changes-line-unread-before = { $name }: теперь { $amount }, прежняя сумма не прочитана
changes-verdict-unread = Прочитаны не все строки, поэтому неизвестно, сходятся ли изменения с итогами.
changes-adopted = Этим решением бюджет утверждён, изменений в нём ещё нет.
changes-total-adopted = { $section }: { $new } тыс. тенге
changes-inside-rises = Прибавили:
changes-inside-cuts = Убавили:
changes-inside-added = Новые строки:
changes-inside-removed = Снятые строки:
changes-inside-none = Внутри ни одна сумма не изменилась.
changes-inside-none-rises = Внутри ни одна сумма не выросла.
changes-inside-none-cuts = Внутри ни одна сумма не уменьшилась.
changes-inside-none-added = Внутри новых строк нет.
changes-inside-none-removed = Внутри ни одной строки не снято.
changes-across = { $name }, во всех разделах вместе
changes-same = Остались прежними, строк: { $count }
changes-same-throughout = Строки, которых не изменило ни одно из загруженных решений: { $count }
changes-zeroed = Обнулены: строка осталась, сумма в ней 0
changes-none-newest = Последнее решение ничего такого не изменило. Показаны все изменения года вместе.
changes-unread = Строки по запросу «{ $words }» не нашлось. Показаны все изменения.
contrary-budget-rose = Бюджет не урезали: по сравнению с решением № { $number } от { $date } расходы выросли на { $delta }.
contrary-budget-fell = Бюджет не увеличили: по сравнению с решением № { $number } от { $date } расходы уменьшились на { $delta }.
contrary-budget-same = Сумма расходов осталась такой же, как в решении № { $number } от { $date }.
contrary-line-rose = Решение № { $number } от { $date } эту сумму не уменьшило, а увеличило на { $delta }.
contrary-line-fell = Решение № { $number } от { $date } эту сумму не увеличило, а уменьшило на { $delta }.
contrary-line-same = Решение № { $number } от { $date } эту сумму не изменило.
contrary-year-rose = По загруженным решениям года эта сумма в итоге не уменьшилась, а выросла на { $delta }.
contrary-year-fell = По загруженным решениям года эта сумма в итоге не выросла, а уменьшилась на { $delta }.
contrary-year-same = По загруженным решениям года эта сумма в итоге та же.
contrary-partly-rises = Были и решения, которые её увеличивали.
contrary-partly-cuts = Были и решения, которые её уменьшали.
changes-denied = Показано то, что изменилось. Всё остальное осталось прежним.
changes-lines-all = Все изменённые строки: { $count }
changes-lines-rises = Прибавили, строк: { $count }
changes-lines-cuts = Убавили, строк: { $count }
changes-lines-added = Новые строки: { $count }
changes-lines-removed = Снятые строки: { $count }
changes-lines-each = По учреждениям, изменилось: { $count }
changes-lines-one = Изменённые строки: { $count }
changes-offices-less = Стало меньше
changes-offices-more = Стало больше
changes-office-new = { $name }: раньше не было, теперь { $amount }
changes-office-gone = { $name }: было { $amount }, теперь нет
changes-transfers = Программы, перешедшие к другому учреждению
changes-transfer-same = { $name }: { $left } → { $reached }, { $new }, сумма та же
changes-transfer = { $name }: { $left } → { $reached }, { $old } → { $new }
changes-net-less = { $count ->
    [one] Меньше у { $count } учреждения: { $delta }
   *[other] Меньше у { $count } учреждений: { $delta }
}
changes-net-more = { $count ->
    [one] Больше у { $count } учреждения: { $delta }
   *[other] Больше у { $count } учреждений: { $delta }
}
changes-offices-arithmetic = Это арифметика: там убавилось, здесь прибавилось. Что деньги взяли именно оттуда, решение не говорит.
button-changed-each = ⇄ По учреждениям ({ $count })
button-back-offices = ⇄ По учреждениям
button-back-together = ↩ Все изменения вместе
button-changed-all = ▾ Все изменения ({ $count })
button-changed-rises = ▲ Прибавили ({ $count })
button-changed-cuts = ▼ Убавили ({ $count })
button-changed-added = ＋ Новые ({ $count })
button-changed-removed = － Снятые ({ $count })
changes-reconciled = Изменения строк точно сходятся с итогами.
changes-gap = { $count ->
    [one] С итогами не сходится: разница в { $count } месте.
   *[other] С итогами не сходится: разница в { $count } местах.
}

## Диаграммы

chart-button = 📊 Диаграмма
chart-button-parts = 📊 Состав
chart-button-print = 🖨 На печать
chart-button-dark = 🌙 Тёмная
chart-button-light = ☀️ Светлая
chart-button-section = 📊 { $section }
chart-where-expenditure = Куда идут деньги
chart-where-revenue = Откуда деньги
chart-plan = Это план, а не исполнение.
chart-sources = Источник: решения маслихата, названные в строках.
chart-scale = Шкала начинается не с нуля.
chart-gaps = Пунктир: решение не загружено, изменение после него дано вместе с ним.
chart-unread = Пунктир: строка напечатана, но сумма не прочитана, изменение после неё дано вместе с этим решением.
chart-shown = Выделено решение, из которого открыта история.
chart-before = Было: № { $number } от { $date }
chart-after = Стало: № { $number } от { $date }
chart-line-added = Новая: { $name }
chart-line-removed = Снята: { $name }
chart-rest = { $count ->
    [one] Остальное: { $count } строка
    [few] Остальное: { $count } строки
   *[other] Остальное: { $count } строк
}
chart-rest-rises = { $count ->
    [one] Остальное, прибавили: { $count } строка
    [few] Остальное, прибавили: { $count } строки
   *[other] Остальное, прибавили: { $count } строк
}
chart-rest-cuts = { $count ->
    [one] Остальное, убавили: { $count } строка
    [few] Остальное, убавили: { $count } строки
   *[other] Остальное, убавили: { $count } строк
}
chart-unexplained = Не сходится с итогом
chart-unexplained-unread = Не прочитано или не сходится
chart-gap = Изменения строк не дают напечатанного итога: разница показана серым.
chart-gap-parts = Сумма строк не равна напечатанному итогу: разница показана серым.
chart-zero = Черта на полосах показывает ноль: левее неё суммы меньше нуля.
chart-no-waterfall = Итог этого раздела не изменился, или сравнить его не с чем, поэтому рисовать нечего.
chart-no-structure = Строка не делится на части, поэтому рисовать нечего.
chart-failed-crash = Нарисовать не получилось: программа рисования остановилась. Нажмите ещё раз, она запустится заново.
chart-failed-timeout = Рисование длилось слишком долго, и я его остановил. Нажмите ещё раз.
chart-failed-memory = На рисунок не хватило памяти. Попробуйте, пожалуйста, чуть позже.

## Страница на печать

sheet-old = было
sheet-new = стало
sheet-delta = изменение
sheet-flow = Откуда и куда ушли деньги
sheet-cut = { $count ->
    [one] Убавили расходов: { $count } строка
    [few] Убавили расходов: { $count } строки
   *[other] Убавили расходов: { $count } строк
}
sheet-risen = { $count ->
    [one] Прибавили расходов: { $count } строка
    [few] Прибавили расходов: { $count } строки
   *[other] Прибавили расходов: { $count } строк
}
sheet-outside = из них кредитование и финансовые активы
sheet-balanced-wide = Сходится: изменение расходов, кредитования и финансовых активов равно изменению доходов и финансирования.
sheet-unbalanced-wide = Не сходится: расходы, кредитование и финансовые активы изменились не так, как доходы и финансирование.
sheet-balanced = Сходится: изменение расходов равно изменению доходов и финансирования.
sheet-unbalanced = Не сходится: изменение расходов не равно изменению доходов и финансирования.
sheet-balance-unread = Прочитаны не все строки, поэтому неизвестно, равно ли изменение расходов изменению доходов и финансирования.
sheet-unread = не прочитано
sheet-other-sections = Другие разделы
sheet-moved = Перенесено под другой код
sheet-moved-from = код { $code } → { $name }
sheet-returned = { $name } (поступает в бюджет)
sheet-rest = { $count ->
    [one] ещё { $count } строка, вместе { $amount }
    [few] ещё { $count } строки, вместе { $amount }
   *[other] ещё { $count } строк, вместе { $amount }
}

## Таблицы с собой

button-table = ⬇ Таблица
button-table-xlsx = Excel (XLSX)
button-table-csv = CSV
button-back-table = ↩ Назад
table-rows = { $count ->
    [one] В таблице { $count } строка.
    [few] В таблице { $count } строки.
   *[other] В таблице { $count } строк.
}
table-how = Пришлю файлом всё целиком: названия на двух языках, коды, суммы и где каждая напечатана.
table-tenge = Суммы в тенге
table-elsewhere = Файл пришлю в личном чате со мной: спросите там о том же.
table-place = Место
table-year = Год
table-code = Код
table-level = Уровень (0 — итог)
table-name-kk = Название на казахском
table-name-ru = Название на русском
table-amount = Сумма, тенге
table-share = Доля строки выше
table-old = Было, тенге
table-new = Стало, тенге
table-delta = Изменение, тенге
table-status = Что изменилось
table-moved-from = Прежний код
table-decision = Решение
table-date = Дата решения
table-appendix = Приложение
table-row = Строка таблицы
table-text = Язык текста
table-link = Ссылка
table-before = Прежнее решение
table-before-date = Его дата
table-before-row = Строка в прежнем
table-remark = Примечание
table-path = Адрес строки
table-status-total = итог
table-status-changed = изменилась
table-status-added = новая
table-status-removed = снята
table-status-renamed = другое название
table-status-moved = другой код
table-status-gap = не сходится
table-status-unread = не прочитана
table-gap = Итог изменился на { $printed }, а строки внутри — на { $computed } { $unit }.
table-returned = Поступает в бюджет: чем больше, тем меньше итог раздела.
table-block = Одна из строк ({ $count }) с этим кодом, вместе в них { $amount }.
table-over-gap = Изменение вместе с незагруженными решениями перед ним.
table-over-unread = Изменение вместе с решением перед ним, где сумма не прочитана.
table-unread = В одном из двух решений строка напечатана, но сумма не прочитана.
table-computed = Посчитано: такой строки в решении нет.
table-taken-out = Вычтена.
table-difference = Разница
table-without-amount = Сумма не напечатана или не прочитана.

## Inline

inline-compared = Сравнение: { $names }
inline-summed = Вместе: { $names }
insertion-line = { $said } — { $name }
insertion-computed = { $said } — { $names } (посчитано)
insertion-left = { $count ->
    [one] Не вставлена { $count } сумма из { $total }.
    [few] Не вставлены { $count } суммы из { $total }.
   *[other] Не вставлено { $count } сумм из { $total }.
}
insertion-choose = Строку вместо «?» выберите ниже.
insertion-other-lines = Другие строки — ниже.
insertion-nothing = «?» — «{ $said }»: такой строки не нашлось.
insertion-several = «?» — «{ $said }»: неясно, какая это строка. Похожие: { $names }.
insertion-part = «?» — «{ $said }»: отдельной строки на это в бюджете нет. Это может входить в: { $names }.
insertion-elsewhere = «?» — «{ $said }»: такой строки в этом бюджете нет.{ $names ->
    [none] { "" }
   *[other] { " " }Она стояла бы в: { $names }.
}
insertion-edition = «?» — «{ $said }»: этот год или это решение не загружены.
insertion-place = «?» — «{ $said }»: бюджет этого места не загружен, или неясно, о каком месте речь.
insertion-sum = «?» — «{ $said }»: эти строки не складываются, или одной из них не нашлось.
insertion-years = «?» — «{ $said }»: в предложении несколько лет, напишите нужный между плюсами.
insertion-other = «?» — «{ $said }»: это не сумма одной строки бюджета.
insertion-too-many = «?» — «{ $said }»: за один раз вставляется не больше { $most } сумм.
inline-open = Спросить в личном чате
inline-nothing = Ничего не нашлось. Как спрашивать?
inline-nothing-loaded = Данные пока не загружены
inline-gone = Этой строки здесь нет. Что есть →
inline-error = Произошла ошибка, попробуйте чуть позже

## Ошибки и пределы

error-general = Простите, у меня произошла ошибка. Попробуйте, пожалуйста, чуть позже.
error-database = Данные сейчас недоступны. Попробуйте, пожалуйста, через минуту.
error-telegram = Telegram не принял мой ответ. Попробуйте спросить иначе.
error-telegram-away = Telegram сейчас не принимает мои ответы. Спросите, пожалуйста, ещё раз через минуту.
error-telegram-unsure = Не знаю, дошёл ли мой ответ: связь с Telegram прервалась. Если его нет выше, спросите ещё раз.
error-topic-closed = Вы спросили в теме, которая закрыта: там я ответить не могу. Спросите здесь или в другой теме.
error-restarted = Я перезапускался и не знаю, дошёл ли ответ. Если его нет выше, спросите ещё раз.
busy-wait = Сейчас спрашивают многие. Ваш вопрос я получил: отвечу, как только дойдёт очередь.
busy-press = Сейчас спрашивают многие. Открою, как только дойдёт очередь.
inline-busy = Сейчас спрашивают многие. Повторите чуть позже
throttle-wait = { $seconds ->
    [one] Слишком часто. Продолжите через { $seconds } секунду.
    [few] Слишком часто. Продолжите через { $seconds } секунды.
   *[other] Слишком часто. Продолжите через { $seconds } секунд.
}
fallback-button = Эта кнопка устарела. Спросите, пожалуйста, ещё раз.
fallback-button-old = Кнопка осталась от прежней версии бота: в ней не названы ни место, ни решение, и показать она могла бы не то. Спросите, пожалуйста, ещё раз.
fallback-command = Такой команды нет. Список команд: /help
fallback-content = Я читаю только текст. Напишите вопрос словами, например: «куда уходят деньги».

## Чат в терминале

chat-welcome = «Қазына»: напишите вопрос. Номер показанной кнопки нажимает её, другое число — вопрос. @ слово — inline-поиск, /help — помощь, Ctrl-D — выход.
chat-articles = { $count ->
    [one] Inline: { $count } результат
    [few] Inline: { $count } результата
   *[other] Inline: { $count } результатов
}
chat-articles-more = { $count ->
    [one] Inline: { $count } результат, дальше есть ещё
    [few] Inline: { $count } результата, дальше есть ещё
   *[other] Inline: { $count } результатов, дальше есть ещё
}

## Отзыв оператору

button-feedback = Не то / непонятно?
button-feedback-send = Отправить
button-feedback-drop = Не отправлять
feedback-consent = Отправить оператору бота этот вопрос и ответ? Без Вашего имени и номера. Уйдёт только то, что ниже:
feedback-question = Вопрос:
feedback-answer = Ответ: { $answer }
feedback-title = Ответ бота оказался не тем или непонятным:
feedback-teach-how = Ответьте на это сообщение вопросом, который находит нужную строку, или нажмите кнопку.
feedback-sent = Отправлено оператору. Спасибо!
feedback-failed = Не отправлено: связаться с оператором не удалось.
feedback-dropped = Ничего не отправлено.
feedback-nobody = У этого бота нет оператора, которому это можно отправить.
feedback-private = Откройте этот ответ в личном чате со мной: там можно написать оператору.
throttle-feedback = Больше трёх отзывов в час отправить нельзя. Попробуйте через { $minutes } мин.
