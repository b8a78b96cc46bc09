### Боттың операторларға айтатыны, қазақша.

## Құжаттар

upload-reading = Құжатты оқып жатырмын…
upload-refused = Құжатты тек бот операторларынан қабылдаймын. Бюджет туралы сөзбен сұраңыз, мысалы: «мектептер».
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
upload-changes = Өзгерістер, мың теңге: { $place }, { $year } жыл, { $date } № { $number } шешімі
upload-first-edition = Бұл жылдың бұрынғы редакциялары жоқ: салыстыратын ештеңе жоқ.
upload-changed-lines = { $count ->
    [one] { $count } жол өзгереді; ең ірі өзгерістер:
   *[other] { $count } жол өзгереді; ең ірі өзгерістер:
}
upload-no-changes = Алдыңғы редакциямен салыстырғанда бірде-бір жол өзгермейді.
upload-kind = { $date } № { $number } шешімінің түрі басқа болады: { $old ->
    [original] бюджетті бекітеді
   *[other] бюджетті өзгертеді
} → { $new ->
    [original] бюджетті бекітеді
   *[other] бюджетті өзгертеді
}
upload-replaced = Жүктелгенді алмастырады, мың теңге: { $place }, { $year } жыл, { $date } № { $number } шешімі, { $language ->
    [kk] қазақша
   *[ru] орысша
}
upload-replaced-same = Барлық сома сол күйінде.
upload-replaced-lines = { $count ->
    [one] { $count } жол басқа болады; ең ірілері:
   *[other] { $count } жол басқа болады; ең ірілері:
}
upload-replaced-line = { $name }: { $old } → { $new }
upload-no-line = жол жоқ
upload-more-replaced = { $count ->
    [one] Тағы { $count } жүктелген кесте.
   *[other] Тағы { $count } жүктелген кесте.
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
upload-stored-before = Бұл бір сағат болмай тұрып сақталған, әлі қайтаруға болады.
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
upload-link-address = Бұл веб-бет мекенжайы емес: http немесе https керек, аты мен құпиясөзі жоқ, әдеттегі портта.
upload-link-host = { $said } сайтынан құжат алмаймын: қай сайттар болатынын LINK_HOSTS баптауы айтады. Құжатты файлмен жіберіңіз.
upload-link-private = Бұл мекенжай интернетке емес, ішкі желіге апарады: онда бармаймын.
upload-link-unreachable = Бұл сілтемені осы жерден ашу мүмкін болмады. Құжатты файлмен жіберіңіз.
upload-link-refused = Сайт құжатты бермеді: жауабы — { $said }. Оны файлмен жіберіңіз.
upload-link-redirects = Сілтеме тым көп рет әрі қарай сілтейді. Құжатты файлмен жіберіңіз.
upload-link-too-big = Бұл сілтемедегі құжат 20 МБ-тан үлкен. Оны python -m bot load командасымен жүктеңіз.
upload-link-timeout = Сайт тым ұзақ жауап бермей тұр. Құжатты файлмен жіберіңіз.
button-upload-store = ✅ Сақтау
button-upload-drop = Сақтамау
button-upload-undo = ↩ Қайтару

## Операторлардың беттері

command-admin = Операторлардың беттері
admin-refused = Бұл — бот операторларының беттері. Бюджет туралы сөзбен сұраңыз, мысалы: «мектептер».
admin-title = Операторларға
admin-documents = Құжат, бірнеше құжат немесе zip жіберіңіз: қандай өзгеріс болатынын көрсетемін, түйме басылған соң сақтаймын.
admin-teach-how = Сөзді үйрету: /admin сөз = жолды табатын сұрақ.
admin-page-budgets = Бюджеттер: { $count }
admin-page-discrepancies = Сәйкессіздіктер: { $count }
admin-page-missed = Табылмағаны: { $count }
admin-page-taught = Үйренген сөздер: { $count }
admin-page-errors = Іске қосылғалы қателер: { $count }
admin-none = Мұнда ештеңе жоқ.
admin-budget = { $place }, { $years }: белгілі { $known } шешімнің { $loaded } жүктелген, редакция — { $editions }, сәйкессіздік — { $discrepancies }
admin-discrepancy = { $row }. { $place }, { $year }, № { $number }: { $found } ({ $file })
admin-missed = { $words } — { $count }
admin-taught = { $words } → { $name }
button-admin = ⬆ Операторларға
button-admin-line = { $row }-жол
button-admin-missed = Табылмағаны
button-admin-taught = Үйренген сөздер
button-teach = 🎓 { $words }
button-unteach = ✖ { $words }
button-taught-file = 📄 Тексеруге арналған файлдар
teach-ask = Мына сөздер қай жолды білдіреді:
teach-choose = Жолды таңдаңыз немесе осы хабарламаға оны табатын сұрақпен жауап беріңіз.
teach-none = Ұқсас ештеңе жоқ. Осы хабарламаға жолды табатын сұрақпен жауап беріңіз.
teach-no-name = Мұндайды үйренбеймін: бұл сөздерде тек сан, амандасу немесе сұрақ бар. Бюджет жолын атайтын сөзді жазыңыз.
teach-known = Қазір бұл сөздер «{ $name }» жолын сенімді табады. Басқасын таңдасаңыз, барлық жерде соны табатын болады.
teach-done = Үйрендім
teach-where = Бюджетте ондай жол бар жерде іздеу енді бұл сөздерді солай түсінеді; боттың басқа процестері — екі секундтан кейін.
teach-gone = Бұл енді мұнда жоқ. Бетті қайта ашыңыз: /admin
teach-too-many = Бұдан көп сөз есте сақтамаймын. Үйренген сөздерді тексеріп, артығын алып тастаңыз: /admin
teach-file = Бот үйренген сөздер. Тексерілген соң бұл жолдарды { $file } файлына көшіруге болады.
