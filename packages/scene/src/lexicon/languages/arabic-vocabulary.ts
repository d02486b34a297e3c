/** Nouns and words in the lines of a language table, several to a line. */
export const ARABIC_NOUNS = `
duck = بطة; ducks = بط, بطات; duckling = فرخ_البط; parrot = ببغاء; parrots = ببغاوات; swan = بجعة, بجع, إوزة
goose = إوز; chicken = دجاجة; chickens = دجاج; rooster = ديك; chick = صوص, كتكوت; penguin = بطريق; penguins = بطاريق
eagle = عقاب; crow = غراب; crows = غربان; seagull = نورس; seagulls = نوارس; pigeon = حمام_زاجل; stork = لقلق
flamingo = فلامنجو, فلامنغو; peacock = طاووس; hummingbird = طائر_الطنان; donkey = حمار; goat = ماعز, عنزة
sheep = خروف; pig = خنزير; cow = بقرة; bull = ثور; deer = غزال, أيل; reindeer = رنة; squirrel = سنجاب
squirrels = سناجب; hedgehog = قنفذ; mouse = فأر; mice = فئران; tiger = نمر; lion = أسد; leopard = فهد; elephant = فيل
giraffe = زرافة; giraffes = زرافات; zebra = حمار_وحشي; hippo = فرس_النهر; rhino = وحيد_القرن; monkey = قرد
monkeys = قرود; gorilla = غوريلا; kangaroo = كنغر; camel = جمل; panda = باندا; polar bear = دب_قطبي; bear = دب
bears = دببة; wolf = ذئب; wolves = ذئاب; fox = ثعلب; foxes = ثعالب; rabbit = أرنب; rabbits = أرانب; frog = ضفدع
frogs = ضفادع; snake = أفعى, ثعبان; crocodile = تمساح; crocodiles = تماسيح; lizard = سحلية; dolphin = دلفين
dolphins = دلافين; whale = حوت; whales = حيتان; shark = قرش; octopus = أخطبوط; jellyfish = قنديل_البحر
crab = سرطان, سلطعون; seal = فقمة; bee = نحلة; bees = نحل; spider = عنكبوت; butterfly = فراشة; dinosaur = ديناصور
unicorn = يونيكورن; mermaid = حورية_البحر; ghost = شبح; alien = كائن_فضائي; monster = وحش; fairy = جنية
witch = ساحرة; wizard = ساحر; knight = فارس; knights = فرسان; king = ملك; queen = ملكة; prince = أمير
princess = أميرة; pirate = قرصان; samurai = ساموراي; soldier = جندي; soldiers = جنود; police officer = شرطي
firefighter = رجل_إطفاء; doctor = طبيب; nurse = ممرضة; teacher = معلم, معلمة; student = طالب, طالبة; students = طلاب
chef = طباخ, طاه; baker = خباز; waiter = نادل; farmer = مزارع; fisherman = صياد_سمك; scientist = عالمة
artist = فنان, فنانة; painter = رسام, رسامة; musician = موسيقي, عازف; singer = مغني, مغنية; dancer = راقص, راقصة
ballerina = راقصة_باليه; clown = مهرج; monk = راهب; cowboy = راعي_البقر; shepherd = راعي, راع; sailor = بحار
diver = غواص; surfer = راكب_أمواج; skier = متزلج; runner = عداء; cyclist = راكب_دراجة; football player = لاعب_كرة_قدم
baby = رضيع; grandmother = جدة; mother = والدة; father = أب, والد; couple = زوجان, عاشقان; family = عائلة, أسرة
crowd = حشد; old man = رجل_عجوز, رجل_مسن; old woman = امرأة_عجوز, سيدة_مسنة; house = بيت, كوخ
skyscraper = ناطحة_سحاب; skyscrapers = ناطحات_سحاب; building = مبنى, عمارة; palace = قصر; cathedral = كاتدرائية
church = كنيسة; temple = معبد; mosque = مسجد; windmill = طاحونة; pyramid = هرم; barn = حظيرة; tent = خيمة
fence = سياج; fountain = نافورة; statue = تمثال; motorcycle = دراجة_نارية; scooter = سكوتر; truck = شاحنة
taxi = سيارة_أجرة, تاكسي; tram = ترام; tractor = جرار; helicopter = مروحية; spaceship = سفينة_فضائية, مركبة_فضائية
ufo = طبق_طائر; submarine = غواصة; canoe = زورق, كاياك; pirate ship = سفينة_قراصنة; ship = سفينة
fishing boat = قارب_صيد; skateboard = لوح_تزلج; sled = مزلجة; guitar = غيتار, جيتار; piano = بيانو; violin = كمان
drum = طبل; drums = طبول; flute = ناي; trumpet = بوق; saxophone = ساكسفون; book = كتاب; newspaper = جريدة, صحيفة
letter = رسالة; clock = ساعة; computer = حاسوب, كمبيوتر; laptop = حاسوب_محمول; camera = كاميرا; telescope = تلسكوب
sword = سيف; crown = تاج; treasure chest = صندوق_كنز; box = صندوق, علبة; basket = سلة; bottle = زجاجة, قارورة
glass = كأس_زجاجية; plate = صحن, طبق; bowl = وعاء, زبدية; teapot = إبريق_شاي; bed = سرير; armchair = كرسي_بذراعين
desk = مكتب_خشبي; bookshelf = رف_كتب; bench = مقعد; carpet = سجادة; mirror = مرآة; lantern = فانوس; lanterns = فوانيس
fireplace = مدفأة; campfire = نار_المخيم; candle = شمعة; kite = طائرة_ورقية; gift = هدية; gifts = هدايا
teddy bear = دب_محشو; snowman = رجل_ثلج; christmas tree = شجرة_عيد_الميلاد; pumpkin = يقطينة, قرع; shoe = حذاء
hat = قبعة; dress = فستان, ثوب; coat = معطف; scarf = وشاح; suit = بدلة; kimono = كيمونو; pizza = بيتزا; bread = خبز
cheese = جبن; cake = كعكة; ice cream = مثلجات, آيس_كريم; coffee = قهوة; tea = شاي; wine = نبيذ; soup = حساء, شوربة
apple = تفاحة; apples = تفاح; orange fruit = برتقالة; lemon = ليمونة, ليمون; banana = موزة, موز; strawberry = فراولة
cherry = كرز; grapes = عنب; watermelon = بطيخ; fruit = فاكهة, فواكه; rose = وردة; tulip = توليب
sunflower = عباد_الشمس; daisy = أقحوان; lotus = لوتس; cactus = صبار; mushroom = فطر; palm tree = نخلة
pine tree = صنوبر; oak = بلوط; tree = شجرة; bush = شجيرة; rock = صخرة, حجر; rocks = صخور; crystal = بلورة
crystals = بلورات; sun = شمس; rainbow = قوس_قزح; comet = مذنب; lightning = برق`;

export const ARABIC_WORDS = `
pond = بركة; rooftop = سطح_المنزل, سطح, أسطح; road = درب; highway = طريق_سريع; plaza = ساحة, ميدان; alley = زقاق
street = شارع; old town = المدينة_القديمة; jungle = أدغال, غابة_استوائية; waterfall = شلال, شلالات; cave = كهف, مغارة
volcano = بركان; lava = حمم; kitchen = مطبخ; bedroom = غرفة_نوم, غرفة_النوم; living room = غرفة_المعيشة, غرفة_الجلوس
bathroom = حمام_البيت; coffee shop = مقهى, مطعم; office = مكتب; classroom = فصل_دراسي; school = مدرسة
stage = مسرح, خشبة_المسرح; market = سوق, بازار; harbour = ميناء, مرفأ; pier = رصيف
train station = محطة_قطار, محطة_القطار, محطة; stadium = ملعب, استاد; ruins = أطلال, خرائب, آثار; bridge = جسر
farm = مزرعة; village = قرية; savanna = سافانا; canyon = وادي_سحيق, أخدود; valley = وادي, واد; swamp = مستنقع
island = جزيرة; iceberg = جبل_جليدي; glacier = نهر_جليدي; arctic = القطب_الشمالي, القطب_الجنوبي; meadow = مرج, مروج
grass = عشب; hill = تل, تلال; orchard = بستان; vineyard = كرم_العنب, كروم; spaceship interior = قمرة_القيادة
laboratory = مختبر; factory = مصنع; workshop = ورشة; museum = متحف; ballroom = قاعة_رقص; hallway = ممر
hospital = مستشفى; bakery = مخبز; shop = متجر, دكان; park = حديقة_عامة, منتزه; playground = ملعب_أطفال
garden = حديقة, فناء; greenhouse = بيت_زجاجي, دفيئة; forest = غابة; bamboo forest = غابة_خيزران, غابة_الخيزران
field = حقل, حقول; wheat field = حقل_قمح, حقل_القمح; sunflower field = حقل_عباد_الشمس
lavender field = حقل_خزامى, حقل_لافندر; rice field = حقل_أرز; desert = صحراء, كثبان; oasis = واحة
sea = بحر, محيط, أمواج; beach = شاطئ; coast = ساحل; cliff = جرف, منحدر; lake = بحيرة; river = نهر, جدول; canal = قناة
mountains = جبال; snowy mountains = جبال_ثلجية; city = مدينة; skyline = أفق_المدينة
futuristic city = مدينة_مستقبلية, مدينة_المستقبل; paris = باريس; london = لندن; new york = نيويورك; tokyo = طوكيو
venice = البندقية; rome = روما; berlin = برلين; moscow = موسكو; shanghai = شنغهاي; beijing = بكين; cairo = القاهرة
mumbai = مومباي; eiffel tower = برج_إيفل; great wall of china = سور_الصين_العظيم
on the moon = على_القمر, على_سطح_القمر; mars = المريخ; space = فضاء, مجرة; starry sky = سماء_مرصعة_بالنجوم
northern lights = شفق_قطبي, الشفق_القطبي; underwater = تحت_الماء, قاع_البحر
coral reef = شعاب_مرجانية, الشعاب_المرجانية; castle = قلعة; throne room = قاعة_العرش; library = مكتبة
treasure map = خريطة_كنز; airport = مطار; campsite = مخيم; sky = سماء; above the clouds = فوق_الغيوم, فوق_السحاب
temple ruins = أطلال_معبد; puddles = بركة_ماء; swimming pool = مسبح; small = صغير, صغيرة, صغيران
big = كبير, كبيرة, كبار; huge = ضخم, ضخمة, عملاق, عملاقة; tiny = صغير_جدا; tall = طويل, طويلة, عالية
young = شاب, شابة; old = قديم, قديمة, مسن, مسنة; ancient = عتيق, عتيقة; new = جديد, جديدة; modern = حديث, حديثة
futuristic = مستقبلي, مستقبلية; medieval = من_القرون_الوسطى; wooden = خشبي, خشبية; stone = حجري, حجرية
glass made = زجاجي, زجاجية; golden = ذهبي, ذهبية; silver = فضي, فضية; red = أحمر, حمراء, حمر; blue = أزرق, زرقاء, زرق
turquoise = فيروزي, فيروزية; green = أخضر, خضراء, خضر; pink = وردي, وردية, زهري; purple = بنفسجي, بنفسجية, أرجواني
beige = بيج; colorful = ملون, ملونة, زاهية_الألوان; glowing = متوهج, متوهجة, مضيء, مضيئة; bright = ساطع, ساطعة
dark = مظلم, مظلمة, داكن; snowy = مغطى_بالثلوج, مغطاة_بالثلوج, ثلجي; frozen = متجمد, متجمدة; wet = مبلل, مبللة
foggy = ضبابي, ضبابية; rainy = ممطر, ممطرة; sunny = مشمس, مشمسة; happy = سعيد, سعيدة, مبتسم, مبتسمة
sad = حزين, حزينة; lonely = وحيد, وحيدة; angry = غاضب, غاضبة; cute = لطيف, لطيفة; beautiful = جميل, جميلة
abandoned = مهجور, مهجورة; magical = سحري, سحرية; mysterious = غامض, غامضة; tropical = استوائي, استوائية
round = مستدير, مستديرة; long = طويل_جدا; striped = مخطط, مخططة; white = أبيض, بيضاء, بيض; black = أسود, سوداء, سود
yellow = أصفر, صفراء, صفر; orange = برتقالي, برتقالية; brown = بني, بنية; gray = رمادي, رمادية
sitting = جالس, جالسة, يجلس, تجلس, يجلسون; standing = يقف, تقف, واقف, واقفة, يقفون
lying = مستلق, مستلقية, يستلقي, تستلقي; sleeping = ينام, تنام, نائم, نائمة
walking = يمشي, تمشي, يسير, تسير, يتمشى, تتمشى; running = يركض, تركض, يجري, تجري
flying = يطير, تطير, يحلق, تحلق, تحلق_فوق; swimming = يسبح, تسبح, تسبحان, يسبحون; diving = يغوص, تغوص
dancing = يرقص, ترقص, يرقصون, ترقصان; jumping = يقفز, تقفز; playing = يلعب, تلعب, يعزف, تعزف, يلعبون
playing football = يلعب_كرة_القدم, يلعبون_كرة_القدم; reading = يقرأ, تقرأ; writing = يكتب, تكتب
painting a = يرسم, ترسم; eating = يأكل, تأكل; drinking = يشرب, تشرب; cooking = يطبخ, تطبخ; baking = يخبز, تخبز
singing = يغني, تغني; laughing = يضحك, تضحك; smiling = يبتسم, تبتسم; crying = يبكي, تبكي; waving = يلوح, تلوح
driving = يقود, تقود, تسير_بسرعة; riding = يركب, تركب, يمتطي, تمتطي; sailing = يبحر, تبحر
floating = يطفو, تطفو, عائم, عائمة; falling = يسقط, تسقط, تتساقط; rising = يرتفع, ترتفع, تشرق
climbing = يتسلق, تتسلق; fighting = يقاتل, تقاتل, يحارب; chasing = يطارد, تطارد; holding = يحمل, تحمل, يمسك, تمسك
wearing = يرتدي, ترتدي, يلبس, تلبس; looking at = ينظر_إلى, تنظر_إلى, يشاهد, تشاهد; kissing = يقبل
fishing = يصطاد_السمك, يصيد; working = يعمل, تعمل; skiing = يتزلج, تتزلج; surfing = يركب_الأمواج
grazing = يرعى, ترعى; burning = يحترق, تحترق, مشتعل; erupting = ثائر, يثور; blooming = مزهر, مزهرة
launching = ينطلق, تنطلق, يقلع, تقلع; spinning = يدور, تدور; waiting = ينتظر, تنتظر; full moon = بدر, القمر_المكتمل
at night = ليلا, في_الليل, ليل; sunset = غروب_الشمس, غروب; sunrise = شروق_الشمس, شروق; dawn = فجر
morning = صباح, صباحا; noon = ظهر, ظهرا; afternoon = بعد_الظهر; dusk = مساء, غسق; golden hour = الساعة_الذهبية
sunlight = ضوء_الشمس; moonlight = ضوء_القمر; candlelight = ضوء_الشموع; rain = مطر, أمطار, تحت_المطر; fog = ضباب
snow = ثلج, ثلوج; snowing = تساقط_الثلوج, عاصفة_ثلجية; storm = عاصفة; thunderstorm = عاصفة_رعدية; windy = رياح, ريح
autumn = خريف, خريفي; winter = شتاء, شتوي; spring time = ربيع, ربيعي; summer = صيف, صيفي
autumn leaves = أوراق_الخريف; cherry blossoms = أزهار_الكرز; watercolor = ألوان_مائية, بالألوان_المائية
oil painting = لوحة_زيتية, رسم_زيتي; pencil sketch = رسم_بالقلم_الرصاص, رسم_بالرصاص; pixel art = فن_البكسل, بكسل_آرت
anime style = بأسلوب_الأنمي, أسلوب_أنمي; comic book style = أسلوب_القصص_المصورة; 3d render = تصميم_ثلاثي_الأبعاد
photorealistic = واقعي, صورة_واقعية, فوتوغرافي; cinematic = سينمائي, سينمائية
black and white photo = أبيض_وأسود, بالأبيض_والأسود; cyberpunk = سايبربانك; ink wash = رسم_بالحبر
children's book illustration = رسم_كتاب_أطفال; close up = لقطة_مقربة, لقطة_قريبة; wide shot = لقطة_واسعة, لقطة_بعيدة
aerial shot = لقطة_جوية, منظر_جوي; slow motion = حركة_بطيئة; time lapse = تصوير_متسارع; portrait of = صورة_شخصية
in the background = في_الخلفية; in the foreground = في_المقدمة; surrounded by = محاط_ب, محاطة_ب; two = اثنان, اثنتان
three = ثلاثة, ثلاث; four = أربعة, أربع; five = خمسة, خمس; six = ستة, ست; seven = سبعة, سبع; eight = ثمانية, ثماني
nine = تسعة, تسع; ten = عشرة, عشر; twelve = اثنا_عشر; many = العديد_من, كثير_من, الكثير_من; a few = بعض, عدة
behind = خلف, وراء; between = بين; through = عبر, خلال; over = فوق; next to = بجانب, بجوار, قرب; in front of = أمام
along = على_طول; neon = نيون; sunglasses = نظارات_شمسية; glasses = نظارات; beard = لحية; ball = كرة
mother = أم_وطفلها; lute = عود; young woman = شابة; young man = شاب; eiffel tower = برج_ايفل; hair = شعر
eyes = عيون, عينين; leaves = أوراق; steam train = قطار_بخاري; crossing = يعبر, تعبر
starry sky = سماء_مليئة_بالنجوم, مليئة_بالنجوم; vase = مزهرية; slowly = ببطء; suddenly = فجأة`;
