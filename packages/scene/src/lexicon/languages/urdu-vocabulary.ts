/** Nouns and words in the lines of a language table, several to a line. */
export const URDU_NOUNS = `
houses = گھروں, مکانات; cats = بلیاں, بلیوں; dogs = کتے, کتوں; puppy = پلا, کتے_کا_بچہ; kitten = بلونگڑا, بلی_کا_بچہ
birds = پرندے, پرندوں; horses = گھوڑوں; trees = درختوں; flowers = پھولوں; women = عورتوں, خواتین; men = مردوں, آدمیوں
boys = لڑکوں; girls = لڑکیوں; children = بچوں; baby = ننھا_بچہ, شیر_خوار; grandmother = دادی, نانی
grandfather = دادا, نانا; mother = ماں, والدہ, امی; father = باپ, والد, ابو; couple = جوڑا, میاں_بیوی
family = خاندان, کنبہ; crowd = ہجوم, بھیڑ_بھاڑ; old man = بوڑھا_آدمی, بوڑھے_آدمی, بزرگ, ضعیف
old woman = بوڑھی_عورت, بڑھیا; young woman = نوجوان_عورت, نوجوان_لڑکی; young man = نوجوان, جوان_آدمی
knight = نائٹ, شہسوار; prince = شہزادہ, شہزادے; princess = شہزادی; pirate = قزاق, بحری_قزاق; samurai = سامورائی
soldier = سپاہی, فوجی; soldiers = سپاہیوں, فوجیوں; police officer = پولیس_والا, پولیس_اہلکار, پولیس
firefighter = فائر_فائٹر; doctor = ڈاکٹر; nurse = نرس; teacher = استاد, استانی, ٹیچر; student = طالب_علم, طالبہ
students = طلبہ, طالب_علموں; chef = باورچی, شیف; baker = نانبائی; waiter = ویٹر, بیرا; scientist = سائنسدان
artist = فنکار, آرٹسٹ; painter = مصور; musician = موسیقار, سازندہ; singer = گلوکار, گلوکارہ; dancer = رقاصہ, رقاص
ballerina = بیلے_رقاصہ; clown = مسخرہ, جوکر; monk = راہب, درویش; cowboy = کاؤ_بوائے; shepherd = چرواہا, گڈریا
sailor = ملاح, جہازران; fisherman = مچھیرا, ماہی_گیر; diver = غوطہ_خور; surfer = سرفر; skier = اسکیئر
runner = دوڑنے_والا; cyclist = سائیکل_سوار; football player = فٹ_بالر, فٹبالر; alien = خلائی_مخلوق
monster = دیو, عفریت; ghost = بھوت; fairy = پری; witch = جادوگرنی, چڑیل; wizard = جادوگر; mermaid = جل_پری
superhero = سپر_ہیرو; angel = فرشتہ; vampire = ویمپائر; duckling = بطخ_کا_بچہ; duck = بطخ; ducks = بطخیں, بطخوں
parrots = طوطوں; swan = راج_ہنس; swans = راج_ہنسوں; goose = ہنس; chicken = مرغی; chickens = مرغیاں, مرغیوں
rooster = مرغا; chick = چوزہ, چوزے; penguin = پینگوئن; penguins = پینگوئنز; eagle = عقاب, شاہین; crow = کوا, کوے
seagull = بگلا_بحری, سمندری_بگلا; seagulls = سمندری_بگلے; pigeon = کبوتر; sparrow = چڑیا; stork = سارس; heron = بگلا
flamingo = فلیمنگو; peacock = مور; hummingbird = ہمنگ_برڈ; donkey = گدھا, گدھے; lamb = میمنا, بھیڑ_کا_بچہ
goat = بکری, بکرا; goats = بکریاں, بکریوں; cows = گائیں, گایوں; bull = بیل; buffalo = بھینس; deer = ہرن
reindeer = قطبی_ہرن; squirrel = گلہری; hedgehog = خارپشت, جھاؤ_چوہا; mouse = چوہا, چوہے; mice = چوہوں
leopard = چیتا, تیندوا; lions = شیروں; elephants = ہاتھیوں; giraffe = زرافہ; zebra = زیبرا; hippo = دریائی_گھوڑا
rhino = گینڈا; gorilla = گوریلا; kangaroo = کینگرو; camel = اونٹ; camels = اونٹوں; panda = پانڈا
polar bear = برفانی_ریچھ, قطبی_ریچھ; bear = ریچھ, بھالو; wolf = بھیڑیا; wolves = بھیڑیے, بھیڑیوں; foxes = لومڑیاں
rabbits = خرگوشوں; frog = مینڈک; frogs = مینڈکوں; snake = سانپ; crocodile = مگرمچھ; lizard = چھپکلی; dolphin = ڈولفن
dolphins = ڈولفنز, ڈالفن; whale = وہیل; shark = شارک; octopus = آکٹوپس; jellyfish = جیلی_فش; crab = کیکڑا
seal = سیل_مچھلی; fish = مچھلیوں; goldfish = سنہری_مچھلی; bee = شہد_کی_مکھی; spider = مکڑی; ant = چیونٹی
ladybug = بیر_بہوٹی; butterflies = تتلیاں, تتلیوں; dragonfly = بھنبھیری; snail = گھونگھا; dinosaur = ڈائنوسار
unicorn = یونیکورن; phoenix = ققنس; skyscraper = فلک_بوس_عمارت; skyscrapers = فلک_بوس_عمارتیں; building = عمارت, بلڈنگ
palace = محل; church = گرجا, چرچ; cathedral = کیتھیڈرل; windmill = پون_چکی; pyramid = اہرام; barn = گودام, باڑا
cottage = جھونپڑی, کٹیا; cabin = کیبن; tent = خیمہ, خیمے, ٹینٹ; fence = باڑ; fountain = فوارہ, فوارے
statue = مجسمہ, مجسمے; bench = بینچ, بنچ; street lamp = اسٹریٹ_لائٹ, کھمبے_کی_بتی; well = کنواں
gate = پھاٹک, دروازۂ_شہر; swing = جھولا, جھولے; ferris wheel = بڑا_جھولا, فیرس_وہیل; motorcycle = موٹر_سائیکل
scooter = اسکوٹر; rickshaw = رکشہ; truck = ٹرک; taxi = ٹیکسی; tram = ٹرام; tractor = ٹریکٹر
carriage = گھوڑا_گاڑی, تانگہ, بگھی; cart = بیل_گاڑی, ٹھیلا; sports car = اسپورٹس_کار; cars = گاڑیوں
steam train = بھاپ_والی_ٹرین, بھاپ_انجن; helicopter = ہیلی_کاپٹر; drone = ڈرون; spaceship = خلائی_جہاز
ufo = اڑن_طشتری; submarine = آبدوز; ship = بحری_جہاز; sailboat = بادبانی_کشتی; canoe = ڈونگی
pirate ship = قزاقوں_کا_جہاز; fishing boat = ماہی_گیری_کی_کشتی, مچھلی_پکڑنے_والی_کشتی; boats = کشتیاں, کشتیوں
balloons = غباروں; hot air balloon = گرم_ہوا_کا_غبارہ; hot air balloons = گرم_ہوا_کے_غبارے; skateboard = اسکیٹ_بورڈ
sled = برف_گاڑی; surfboard = سرف_بورڈ; guitar = گٹار; piano = پیانو; violin = وائلن; drum = ڈھول, طبلہ; flute = بانسری
trumpet = بگل, ترہی; saxophone = سیکسوفون; microphone = مائیک; newspaper = اخبار; books = کتابوں; letter = خط
clock = گھڑی, گھڑیال; watch = کلائی_گھڑی; computer = کمپیوٹر; laptop = لیپ_ٹاپ; smartphone = موبائل, فون
television = ٹی_وی, ٹیلی_ویژن; camera = کیمرا; telescope = دوربین; sword = تلوار; shield = ڈھال; crown = تاج
treasure chest = خزانے_کا_صندوق; box = ڈبہ, صندوق; basket = ٹوکری; bag = بیگ, تھیلا; bottle = بوتل; glass = گلاس
glasses = عینک, چشمہ; plate = پلیٹ, تھالی; bowl = پیالہ, کٹورا; teapot = چائے_دانی, کیتلی; vase = گلدان
pot = گملا, دیگچی; bed = بستر, پلنگ; armchair = آرام_کرسی; desk = ڈیسک; bookshelf = کتابوں_کی_الماری; mirror = آئینہ
lantern = لالٹین, قندیل; lanterns = لالٹینیں, قندیلیں; candles = موم_بتیاں; fireplace = آتش_دان
campfire = الاؤ, کیمپ_فائر; kite = پتنگ; flag = جھنڈا, پرچم; gift = تحفہ; teddy bear = ٹیڈی_بیئر; toy = کھلونا
christmas tree = کرسمس_ٹری; pumpkin = کدو; shoe = جوتا, جوتے; sneaker = اسنیکر; ring = انگوٹھی; perfume = عطر, خوشبو
umbrellas = چھتریاں; balls = گیندیں; football = فٹ_بال; sign = بورڈ, سائن_بورڈ; bread = روٹی, ڈبل_روٹی; cake = کیک
birthday cake = سالگرہ_کا_کیک; pizza = پیزا; hamburger = برگر; sushi = سوشی; rice bowl = چاول; ramen = نوڈلز
cheese = پنیر; ice cream = آئس_کریم; chocolate = چاکلیٹ; cup of coffee = کافی_کا_کپ, کافی; cup of tea = چائے_کی_پیالی
wine = شراب; milk = دودھ; soup = سوپ, شوربہ; egg = انڈا; apples = سیبوں; orange fruit = مالٹا, سنگترہ; lemon = لیموں
banana = کیلا; strawberry = اسٹرابیری; cherry = چیری; grapes = انگور; watermelon = تربوز; pineapple = انناس
coconut = ناریل; mango = آم; fruit = پھل; carrot = گاجر; tomato = ٹماٹر; tulip = ٹیولپ; tulips = ٹیولپس; rose = گلاب
roses = گلابوں; daisy = گل_بہار; lotus = کنول; sunflowers = سورج_مکھیوں; cactus = کیکٹس; mushroom = کھمبی, مشروم
palm tree = کھجور_کا_درخت, کھجور, ناریل_کا_درخت; palm trees = کھجور_کے_درخت; pine tree = صنوبر, چیڑ
oak = برگد, شاہ_بلوط; cherry tree = چیری_کا_درخت; maple tree = چنار; bamboo = بانس; bush = جھاڑی; rock = چٹان, پتھر
rocks = چٹانیں, پتھروں; crystal = کرسٹل, بلور; planet = سیارہ; rainbow = قوس_قزح, دھنک; comet = دمدار_ستارہ
fireworks = آتش_بازی, پٹاخے; snowman = برفانی_آدمی; tower = مینار, ٹاور; ruins = کھنڈرات, کھنڈر
mountains = پہاڑیاں, پہاڑی_سلسلہ; clouds = بادلوں; black cat = کالی_بلی; white cat = سفید_بلی
eiffel tower = ایفل_ٹاور; taj mahal = تاج_محل; earth planet = زمین, کرۂ_ارض; carpet = قالین, دری; lamb = بھیڑ
picture frame = فریم; swing = جھولا; ladder = سیڑھی; candle = شمع; pillow = تکیہ; rope = رسی; feather = پر_پرندے_کا
shell = سیپ; starfish = ستارہ_مچھلی; sandcastle = ریت_کا_قلعہ; waterwheel = پن_چکی; dumplings = سموسہ, سموسے
kimchi = اچار`;

export const URDU_WORDS = `
gray = خاکستری; brown = خاکی; silver = چاندی_کا, روپہلا, روپہلی; turquoise = فیروزی; beige = بادامی
dark = تاریک, اندھیرا, گہرا, گہرے; bright = روشن, چمکدار; glowing = چمکتا, چمکتی, چمکتے
huge = بہت_بڑا, بہت_بڑی, دیوہیکل, عظیم; tiny = ننھا, ننھی, ننھے, چھوٹا_سا; tall = لمبا, لمبی, اونچا, اونچی, اونچے
long = طویل; round = گول; young = جوان; new = نیا, نئی, نئے; modern = جدید
futuristic = مستقبل_کا, مستقبل_کی, مستقبل_کے; medieval = قرون_وسطیٰ_کا, قرون_وسطیٰ_کی; ancient = قدیم
abandoned = ویران, متروک; stone = پتھر_کا, پتھر_کی, پتھر_کے; glass made = شیشے_کا, شیشے_کی, شیشے_کے
wooden = لکڑی_سے_بنا; golden = سونے_کا, سونے_کی; frozen = منجمد, جما_ہوا
snowy = برف_پوش, برفیلا, برفیلی, برف_سے_ڈھکا, برف_سے_ڈھکے; wet = گیلا, گیلی, بھیگا, بھیگی
happy = خوش, مسکراتا, مسکراتی; sad = اداس, غمگین; lonely = تنہا, اکیلا, اکیلی; angry = غصے_میں, ناراض
cute = پیارا, پیاری, پیارے; beautiful = حسین, دلکش; magical = جادوئی, طلسماتی; mysterious = پراسرار
striped = دھاری_دار; colorful = رنگ_برنگا, رنگ_برنگی; tropical = استوائی; traditional = روایتی; japanese = جاپانی
chinese = چینی; korean = کوریائی; one = ایک_عدد; two = دونوں, دو_عدد; three = تینوں; four = چاروں; five = پانچوں
six = چھے; seven = ساتوں; eight = آٹھوں; nine = نو; ten = دسوں; twelve = بارہ; a few = چند, کچھ; several = متعدد, کئی
many = بہت_سارے, بہت_ساری, بے_شمار, ڈھیر_سارے; between< = کے_درمیان, کے_بیچ; above< = کے_اوپر_سے
to the left of< = کے_بائیں, کے_بائیں_طرف, کے_بائیں_جانب; to the right of< = کے_دائیں, کے_دائیں_طرف, کے_دائیں_جانب
through< = میں_سے, کے_بیچ_سے, سے_گزر; around< = کے_گرد, کے_ارد_گرد, کے_چاروں_طرف; inside< = کے_اندر; on< = کی_چھت_پر
in front of< = کے_آگے; behind< = کے_عقب_میں; next to< = کے_قریب, کے_برابر_میں, کے_نزدیک; without< = کے_بغیر
in the background = پس_منظر_میں, دور; in the foreground = پیش_منظر_میں; on the left = بائیں_طرف, بائیں_جانب
on the right = دائیں_طرف, دائیں_جانب; coast = ساحلی_پٹی; cliff = کھڑی_چٹان, ڈھلوان_چٹان; sea = بحر
waves = لہریں, لہروں, موجیں; meadow = سبزہ_زار, چراگاہ, مرغزار; wheat field = گندم_کا_کھیت, گندم_کے_کھیت
rice field = دھان_کا_کھیت, دھان_کے_کھیت; sunflower field = سورج_مکھی_کا_کھیت, سورج_مکھی_کے_کھیت
lavender field = لیونڈر_کا_کھیت; tea plantation field = چائے_کا_باغ; bamboo forest = بانس_کا_جنگل
underwater = پانی_کے_نیچے, زیر_آب, سمندر_کے_نیچے; coral reef = مرجانی_چٹان, مونگے_کی_چٹان
skyline = شہر_کا_منظر, اسکائی_لائن; greenhouse = گرین_ہاؤس; pond = تالاب, جوہڑ; rooftop = چھت, چھت_پر
road = شاہراہ, راستہ, راستے; plaza = چوک; alley = تنگ_گلی; old town = پرانا_شہر, پرانے_شہر
jungle = گھنا_جنگل, گھنے_جنگل; cave = غار; volcano = آتش_فشاں; lava = لاوا; bedroom = خواب_گاہ, سونے_کا_کمرہ, بیڈ_روم
living room = بیٹھک, لونگ_روم, ڈرائنگ_روم; bathroom = غسل_خانہ, باتھ_روم; coffee shop = کیفے, کافی_شاپ, چائے_خانہ
restaurant = ریستوران, ہوٹل; office = دفتر; classroom = کلاس_روم, جماعت; school = اسکول, مدرسہ; stage = اسٹیج
harbour = بندرگاہ; train station = ریلوے_اسٹیشن, اسٹیشن; airport = ہوائی_اڈہ, ہوائی_اڈے; stadium = اسٹیڈیم
farm = فارم; savanna = سوانا, افریقی_میدان; canyon = کھائی, گھاٹی; valley = وادی; swamp = دلدل; iceberg = برفانی_تودہ
glacier = گلیشیر; arctic = قطب_شمالی; grass = گھاس; hill = پہاڑی, ٹیلہ; orchard = پھلوں_کا_باغ, آم_کا_باغ
vineyard = انگور_کا_باغ; laboratory = لیبارٹری, تجربہ_گاہ; factory = فیکٹری, کارخانہ; workshop = ورکشاپ
museum = عجائب_گھر, میوزیم; hospital = ہسپتال, اسپتال; bakery = بیکری; shop = دکان; playground = کھیل_کا_میدان
oasis = نخلستان; canal = نہر; snowy mountains = برف_پوش_پہاڑ, برف_پوش_پہاڑوں, ہمالیہ
futuristic city = مستقبل_کا_شہر, مستقبل_کے_شہر; paris = پیرس; london = لندن; new york = نیو_یارک, نیویارک
tokyo = ٹوکیو; venice = وینس; rome = روم; cairo = قاہرہ; mumbai = ممبئی, دہلی, لاہور, کراچی; seoul street = سیول
great wall of china = دیوار_چین; on the moon = چاند_پر, چاند_کی_سطح; starry sky = تاروں_بھرا_آسمان, ستاروں_بھری_رات
milky way = کہکشاں; northern lights = شمالی_روشنیاں, ارورہ; swimming pool = سوئمنگ_پول
above the clouds = بادلوں_کے_اوپر; puddles = پانی_کے_گڑھے; dusk = شام_کو, شام_کے_وقت, جھٹپٹا
dawn = فجر, صبح_سویرے, پو_پھٹنے; day = دن_میں, دن_کو; golden hour = سنہری_دھوپ, سنہری_روشنی; noon = دوپہر_کو
afternoon = سہ_پہر; sunset = ڈوبتا_سورج, ڈوبتے_سورج, غروب_آفتاب_کے_وقت, سورج_ڈوب
sunrise = سورج_نکل, طلوع_آفتاب_کے_وقت; at night = رات_گئے, آدھی_رات; full moon = پورا_چاند, پورے_چاند, چودھویں_کا_چاند
sunlight = دھوپ, سورج_کی_روشنی; moonlight = چاندنی, چاند_کی_روشنی; candlelight = موم_بتی_کی_روشنی
sunny = دھوپ_والا, روشن_دن; rainy = بارش_والا, برستی_بارش, بارش_کے_دن; snowing = برف_گر, برف_پڑ, برف_گرتی
foggy = دھند_آلود, کہر; thunderstorm = گرج_چمک, طوفان_باد_و_باراں; lightning = بجلی, آسمانی_بجلی
windy = ہوا_دار, تیز_ہوا; cloudy = ابر_آلود; autumn leaves = خزاں_کے_پتے, گرتے_پتے; cherry blossoms = چیری_کے_پھول
spring time = موسم_بہار, بہار_کے_موسم; summer = موسم_گرما; autumn = موسم_خزاں; winter = سردیوں_میں, جاڑا
neon = نیون, نیون_روشنیاں; watercolor = آبی_رنگوں, پانی_کے_رنگوں, واٹر_کلر_پینٹنگ
oil painting = آئل_پینٹ, تیل_کے_رنگوں; pencil sketch = پنسل_ڈرائنگ, خاکہ; anime style = اینیمے; pixel art = پکسل_آرٹ
comic book style = کامک, مزاحیہ_کتاب; 3d render = تھری_ڈی; cyberpunk = سائبر_پنک
photorealistic = حقیقت_پسندانہ, حقیقی; film noir = فلم_نوار; stained glass = رنگین_شیشے; low poly = لو_پولی
isometric = آئسومیٹرک; claymation = مٹی_کی_اینیمیشن; paper cut = کاغذی_کٹائی; ink wash = سیاہی_کی_پینٹنگ
vintage photo = پرانی_تصویر; cinematic = فلمی; aerial shot = فضائی_منظر, ڈرون_شاٹ; close up = قریبی_منظر, کلوز_اپ
wide shot = وسیع_منظر; portrait of = پورٹریٹ; time lapse = ٹائم_لیپس; slow motion = سلو_موشن, آہستہ_حرکت
slowly = آہستہ, آہستہ_آہستہ, دھیرے_دھیرے; quickly = تیزی_سے, جلدی; the camera pans = کیمرا_گھومتا
the camera zooms in = کیمرا_قریب_آتا; sitting = بیٹھ, بیٹھا_ہوا, بیٹھی_ہوئی; standing = کھڑا_ہے, کھڑی_ہے
lying = لیٹا, لیٹی, لیٹے; sleeping = سو_رہا, سو_رہی, سو_رہے; walking = چل_رہا, چل_رہی, ٹہلتا, ٹہلتی, ٹہل_رہا
running = دوڑ_رہا, دوڑ_رہی, بھاگتا, بھاگتی; flying = اڑ_رہا, اڑ_رہی, اڑ_رہے; swimming = تیر_رہا, تیر_رہی, تیرتے
dancing = ناچ_رہا, ناچ_رہی, رقص_کرتا, رقص_کرتی; jumping = چھلانگ, کودتا, کودتی, اچھلتا
fighting = لڑتا, لڑتی, لڑتے, لڑ, جنگ; playing = کھیل_رہا, کھیل_رہی, کھیل_رہے
playing football = فٹ_بال_کھیل, فٹبال_کھیل, فٹ_بال_کھیلتے; playing the guitar = گٹار_بجا, گٹار_بجاتا, گٹار_بجاتی
playing the piano = پیانو_بجا, پیانو_بجاتا, پیانو_بجاتی; playing the violin = وائلن_بجا, وائلن_بجاتا, وائلن_بجاتی
playing the flute = بانسری_بجا, بانسری_بجاتا; playing the drum = ڈھول_بجا, ڈھول_بجاتا
flying a kite = پتنگ_اڑا, پتنگ_اڑاتا, پتنگ_اڑاتے; reading a book = کتاب_پڑھ, کتاب_پڑھتا, کتاب_پڑھتی
drinking tea = چائے_پی, چائے_پیتا, چائے_پیتی, چائے_پیتے; drinking coffee = کافی_پی, کافی_پیتا, کافی_پیتی
fishing = مچھلی_پکڑ, مچھلیاں_پکڑ, مچھلی_پکڑتا, مچھلی_کا_شکار; cooking = کھانا_پکا, پکاتا, پکاتی, کھانا_بنا
painting a picture = تصویر_بنا, پینٹنگ_کر; singing = گانا_گا, گاتا, گاتی, گاتے, گا
laughing = ہنستا, ہنستی, ہنستے, ہنس; smiling = مسکرا, مسکراتے; crying = روتا, روتی, رو
waving = ہاتھ_ہلا, ہاتھ_ہلاتا, ہاتھ_ہلاتی; driving = چلا, گاڑی_چلا, چلاتا, چلاتی
riding a bicycle = سائیکل_چلا, سائیکل_چلاتا, سائیکل_چلاتی; riding a horse = گھوڑے_پر_سوار, گھڑ_سواری
floating = تیرتا_ہوا, تیرتی_ہوئی; sailing = سفر_کرتا, رواں; falling = گرتا, گرتی, گرتے, گر; rising = ابھرتا, بلند_ہوتا
climbing = چڑھتا, چڑھتی, چڑھ; chasing> = کا_پیچھا_کرتا, کا_پیچھا_کرتی, کا_پیچھا_کر
looking at> = کو_دیکھ, دیکھتا, دیکھتی, دیکھ; feeding> = کھلا, کھلاتا, کھلاتی; hugging> = گلے_لگا, گلے_لگاتی
eating> = کھا, کھاتا, کھاتی, کھاتے; drinking> = پی, پیتا, پیتی, پیتے; reading> = پڑھ_رہا, پڑھ_رہی
holding> = تھامے, اٹھائے, پکڑے_ہوئے, لیے, لئے, ہاتھ_میں_لیے; wearing> = پہنے, پہنے_ہوئے, پہنی, پہن
riding> = پر_سوار, کی_سواری_کرتا; pulling> = کھینچتا, کھینچتی, کھینچ; watering> = پانی_دیتا, پانی_دیتی, پانی_دے
blooming = کھلتا, کھلتی, کھلے, کھلا_ہوا; burning = جلتا, جلتی, جل; erupting = پھٹتا, پھٹ
shining = جگمگاتا, جگمگاتی, دمکتا; spinning = گھومتا, گھومتی, گھوم; working = کام_کر, کام_کرتا, کام_کرتی
writing = لکھتا, لکھتی, لکھ; praying = نماز_پڑھ, دعا; waiting = انتظار_کر, انتظار_کرتا, انتظار_کرتی; kissing> = بوسہ
surfing = سرفنگ; skiing = اسکیئنگ; launching = روانہ_ہوتا, اڑان_بھرتا; says = کہہ, بولتا, بولتی; hat = ٹوپی
dress = لباس, فراک; sari = ساڑھی; coat = کوٹ; jacket = جیکٹ; shirt = قمیض, کرتا; scarf = مفلر, دوپٹہ, اسکارف
suit = سوٹ; kimono = کیمونو; sunglasses = دھوپ_کا_چشمہ; beard = داڑھی; hair = بال, بالوں; eyes = آنکھیں, آنکھوں
leaves = پتے, پتوں; music = موسیقی; silence = خاموشی; in the sky = آسمان_میں, آسمان_پر; forest = جنگلات
windowsill = کھڑکی_کے_پاس; smoke = دھواں; baking> = بنا_رہا, بنا_رہی; playing> = بجا, بجاتا, بجاتی, بجاتے
holding> = اٹھاتا; above< = کے_اوپر_اوپر; kicking a ball = گیند_سے_کھیل; with a = والا_ایک; scary = خوفناک, ڈراؤنا
warm = گرم; cold = ٹھنڈا, ٹھنڈی, سرد; quiet = پرسکون, خاموش; busy = مصروف, پرہجوم`;
