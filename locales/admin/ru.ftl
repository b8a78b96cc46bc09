### Что бот говорит операторам, по-русски.

## Документы

upload-reading = Читаю документ…
upload-refused = Документы я принимаю только от операторов бота. Спросите о бюджете словами, например: «школы».
upload-document = { $name } — { $status ->
    [new] новый
    [replaced] заменяет загруженное
    [unchanged] уже загружен, ничего не меняет
   *[failed] не загружается
}
upload-more-tables = { $count ->
    [one] и ещё { $count } таблица
    [few] и ещё { $count } таблицы
   *[other] и ещё { $count } таблиц
}
upload-remarks = { $count ->
    [one] { $count } замечание:
    [few] { $count } замечания:
   *[other] { $count } замечаний:
}
upload-more-remarks = и ещё { $count }; все покажет python -m bot parse
upload-more-documents = { $count ->
    [one] И ещё { $count } документ, не загружается из них: { $failed }.
    [few] И ещё { $count } документа, не загружается из них: { $failed }.
   *[other] И ещё { $count } документов, не загружается из них: { $failed }.
}
upload-changes = Изменения, тыс. тенге: { $place }, { $year } год, решение № { $number } от { $date }
upload-first-edition = Более ранних редакций этого года нет: сравнить не с чем.
upload-changed-lines = { $count ->
    [one] Изменится { $count } строка; крупнейшие изменения:
    [few] Изменятся { $count } строки; крупнейшие изменения:
   *[other] Изменится { $count } строк; крупнейшие изменения:
}
upload-no-changes = Ни одна строка по сравнению с предыдущей редакцией не меняется.
upload-kind = Вид решения № { $number } от { $date } станет другим: { $old ->
    [original] утверждает бюджет
   *[other] меняет бюджет
} → { $new ->
    [original] утверждает бюджет
   *[other] меняет бюджет
}
upload-replaced = Заменит загруженное, тыс. тенге: { $place }, { $year } год, решение № { $number } от { $date }, { $language ->
    [kk] на казахском
   *[ru] на русском
}
upload-replaced-same = Все суммы те же.
upload-replaced-lines = { $count ->
    [one] { $count } строка станет другой; крупнейшие:
    [few] { $count } строки станут другими; крупнейшие:
   *[other] { $count } строк станут другими; крупнейшие:
}
upload-replaced-line = { $name }: { $old } → { $new }
upload-no-line = нет строки
upload-more-replaced = { $count ->
    [one] И ещё { $count } загруженная таблица.
    [few] И ещё { $count } загруженные таблицы.
   *[other] И ещё { $count } загруженных таблиц.
}
upload-more-changes = { $count ->
    [one] И ещё в { $count } редакции.
   *[other] И ещё в { $count } редакциях.
}
upload-followers = { $count ->
    [0] Никто не следит за строками, которые изменятся.
    [one] Сообщение получит { $count } человек — через час после сохранения, если его не отменят.
    [few] Сообщение получат { $count } человека — через час после сохранения, если его не отменят.
   *[other] Сообщение получат { $count } человек — через час после сохранения, если его не отменят.
}
upload-nothing = Сохранять нечего.
upload-stored = Сохранено
upload-may-undo = Отменить можно в течение часа. Тем, кто следит за строками, я напишу после этого.
upload-stored-before = Это сохранено меньше часа назад, и это ещё можно отменить.
upload-undone = Отменено: всё как было до этих документов.
upload-dropped = Не сохранено.
upload-store-again = Это уже сохранено.
upload-store-gone = Этот отчёт устарел. Пришлите документ ещё раз.
upload-store-changed = Пока Вы смотрели отчёт, данные изменились. Вот что выйдет теперь:
upload-undo-again = Это уже отменено.
upload-undo-late = Час прошёл, отменить уже нельзя.
upload-undo-changed = После этого в те же бюджеты загрузили другое. Сначала отмените его.
upload-too-big = «{ $name }» больше 20 МБ: такие файлы Telegram ботам не отдаёт. Загрузите его командой python -m bot load.
upload-not-downloaded = «{ $name }» получить не удалось. Пришлите его ещё раз.
upload-fault-crash = Документ прочитать не удалось: программа чтения завершилась с ошибкой. Ничего не сохранено.
upload-fault-timeout = Документ читался слишком долго, чтение прервано. Ничего не сохранено.
upload-fault-memory = Чтобы прочитать документ, не хватило памяти. Ничего не сохранено.
upload-link-address = Это не адрес веб-страницы: нужен http или https без имени и пароля, на обычном порту.
upload-link-host = С { $said } я документов не беру: какие сайты можно, говорит настройка LINK_HOSTS. Пришлите документ файлом.
upload-link-private = Этот адрес ведёт не в интернет, а во внутреннюю сеть: туда я не хожу.
upload-link-unreachable = Открыть эту ссылку отсюда не удалось. Пришлите документ файлом.
upload-link-refused = Сайт не отдал документ: ответ { $said }. Пришлите его файлом.
upload-link-redirects = Ссылка слишком много раз ведёт дальше. Пришлите документ файлом.
upload-link-too-big = Документ по этой ссылке больше 20 МБ. Загрузите его командой python -m bot load.
upload-link-timeout = Сайт отвечает слишком долго. Пришлите документ файлом.
button-upload-store = ✅ Сохранить
button-upload-drop = Не сохранять
button-upload-undo = ↩ Отменить

## Страницы операторов

command-admin = Страницы операторов
admin-refused = Это страницы операторов бота. Спросите о бюджете словами, например: «школы».
admin-title = Для операторов
admin-documents = Пришлите документ, несколько сразу или zip — покажу, что изменится, и сохраню после нажатия.
admin-teach-how = Научить слову: /admin слово = вопрос, который находит строку.
admin-page-budgets = Бюджеты: { $count }
admin-page-discrepancies = Расхождения: { $count }
admin-page-missed = Не найдено: { $count }
admin-page-taught = Выучено: { $count }
admin-page-errors = Ошибки с запуска: { $count }
admin-none = Здесь пусто.
admin-budget = { $place }, { $years }: решений загружено { $loaded } из { $known } известных, редакций { $editions }, расхождений { $discrepancies }
admin-discrepancy = { $row }. { $place }, { $year }, № { $number }: { $found } ({ $file })
admin-missed = { $words } — { $count }
admin-taught = { $words } → { $name }
button-admin = ⬆ Для операторов
button-admin-line = Строка { $row }
button-admin-missed = Не найдено
button-admin-taught = Выучено
button-teach = 🎓 { $words }
button-unteach = ✖ { $words }
button-taught-file = 📄 Файлы для проверки
teach-ask = Какую строку означают слова:
teach-choose = Выберите строку или ответьте на это сообщение вопросом, который её находит.
teach-none = Ничего похожего нет. Ответьте на это сообщение вопросом, который находит строку.
teach-no-name = Такому я не учусь: в этих словах только число, приветствие или вопрос. Назовите слово, которым говорят о строке бюджета.
teach-known = Сейчас эти слова уверенно находят строку «{ $name }». Если выбрать другую, везде будут находить её.
teach-done = Выучено
teach-where = Так их понимает теперь поиск, где в бюджете есть такая строка; другие процессы бота — через две секунды.
teach-gone = Этого здесь уже нет. Откройте страницу заново: /admin
teach-too-many = Больше слов я не запоминаю. Проверьте выученное и уберите лишнее: /admin
teach-file = Выучено ботом. После проверки эти строки можно перенести в { $file }.
