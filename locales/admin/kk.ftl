### Боттың операторларға айтатыны, қазақша.

## Құжаттар

upload-reading = Құжатты оқып жатырмын…
upload-refused = Құжатты тек бот операторларынан қабылдаймын. Бюджет туралы сөзбен сұраңыз, мысалы: «мектеп».
upload-document = { $name } — { $status ->
    [new] жаңа
    [replaced] жүктелгенді алмастырады
    [unchanged] бұрын жүктелген, ештеңе өзгертпейді
   *[failed] жүктелмейді
}
upload-more-tables = { $count ->
    [one] және тағы { $count } кесте
   *[other] және тағы { $count } кесте
}
upload-remarks = { $count ->
    [one] { $count } ескерту:
   *[other] { $count } ескерту:
}
upload-more-remarks = және тағы { $count }; бәрін python -m bot parse көрсетеді
upload-more-documents = { $count ->
    [one] Тағы { $count } құжат, оның жүктелмейтіні: { $failed }.
   *[other] Тағы { $count } құжат, оның жүктелмейтіні: { $failed }.
}
upload-changes = Өзгерістер, мың теңге: { $place }, { $year } жыл, { $date } № { $number } шешім
upload-first-edition = Бұл жылдың бұрынғы редакциялары жоқ: салыстыратын ештеңе жоқ.
upload-changed-lines = { $count ->
    [one] { $count } жол өзгереді; ең ірі өзгерістер:
   *[other] { $count } жол өзгереді; ең ірі өзгерістер:
}
upload-more-changes = { $count ->
    [one] Тағы { $count } редакцияда өзгеріс бар.
   *[other] Тағы { $count } редакцияда өзгеріс бар.
}
upload-followers = { $count ->
    [0] Өзгеретін жолдарды ешкім бақыламайды.
    [one] { $count } адам хабарлама алады: сақталғаннан бір сағат өткен соң, егер бұл қайтарылмаса.
   *[other] { $count } адам хабарлама алады: сақталғаннан бір сағат өткен соң, егер бұл қайтарылмаса.
}
upload-nothing = Сақтайтын ештеңе жоқ.
upload-stored = Сақталды
upload-may-undo = Бір сағат ішінде қайтаруға болады. Жолдарды бақылайтындарға содан кейін жазамын.
upload-undone = Қайтарылды: бәрі осы құжаттарға дейінгідей.
upload-dropped = Сақталмады.
upload-store-again = Бұл бұрын сақталған.
upload-store-gone = Бұл есеп ескірген. Құжатты қайта жіберіңіз.
upload-store-changed = Сіз есепті қарап жатқанда деректер өзгерді. Енді мынадай болады:
upload-undo-again = Бұл бұрын қайтарылған.
upload-undo-late = Бір сағат өтті, енді қайтаруға болмайды.
upload-undo-changed = Содан кейін сол бюджеттерге басқа құжат жүктелді. Алдымен соны қайтарыңыз.
upload-too-big = «{ $name }» 20 МБ-тан үлкен: ондай файлды Telegram боттарға бермейді. Оны python -m bot load командасымен жүктеңіз.
upload-not-downloaded = «{ $name }» файлын алу мүмкін болмады. Оны қайта жіберіңіз.
upload-fault-crash = Құжатты оқу мүмкін болмады: оқитын бағдарлама қатемен тоқтады. Ештеңе сақталған жоқ.
upload-fault-timeout = Құжат тым ұзақ оқылды, оқу тоқтатылды. Ештеңе сақталған жоқ.
upload-fault-memory = Құжатты оқуға жад жетпеді. Ештеңе сақталған жоқ.
button-upload-store = ✅ Сақтау
button-upload-drop = Сақтамау
button-upload-undo = ↩ Қайтару
