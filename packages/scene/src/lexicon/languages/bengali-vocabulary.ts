/** Nouns and words in the lines of a language table, several to a line. */
export const BENGALI_NOUNS = `
houses = বাড়িগুলো, ঘরবাড়ি; cats = বিড়ালগুলো; dogs = কুকুরগুলো; puppy = কুকুরছানা; kitten = বিড়ালছানা
birds = পাখিরা, পাখিগুলো; horses = ঘোড়াগুলো; trees = গাছপালা, গাছগুলো; flowers = ফুলগুলো; women = মহিলারা, নারীরা
men = পুরুষরা, লোকেরা; boys = ছেলেরা; girls = মেয়েরা; children = শিশুরা, বাচ্চারা, ছেলেমেয়েরা; baby = শিশু, নবজাতক
grandmother = দাদি, দাদী, নানি, ঠাকুমা, দিদিমা; grandfather = দাদু, দাদা, নানা, ঠাকুরদা; mother = মা, মায়ের, জননী
father = বাবা, বাবার, পিতা; couple = দম্পতি, যুগল, জুটি; family = পরিবার; crowd = ভিড়, জনতা
old man = বৃদ্ধ_লোক, বৃদ্ধ_মানুষ, বুড়ো, বুড়ো_লোক, বয়স্ক_লোক; old woman = বৃদ্ধা, বুড়ি, বৃদ্ধ_মহিলা, বয়স্ক_মহিলা
young woman = যুবতী, তরুণী; young man = যুবক, তরুণ; knight = নাইট, যোদ্ধা, বীর; prince = রাজপুত্র, রাজকুমার
princess = রাজকন্যা, রাজকুমারী; pirate = জলদস্যু; samurai = সামুরাই; soldier = সৈনিক, সেনা
soldiers = সৈন্যরা, সৈনিকরা; police officer = পুলিশ; firefighter = দমকলকর্মী; doctor = ডাক্তার, চিকিৎসক
nurse = নার্স, সেবিকা; teacher = শিক্ষক, শিক্ষিকা; student = ছাত্র, ছাত্রী, শিক্ষার্থী
students = ছাত্ররা, শিক্ষার্থীরা; chef = রাঁধুনি, বাবুর্চি; baker = রুটিওয়ালা, বেকার; waiter = ওয়েটার, পরিবেশক
scientist = বিজ্ঞানী; artist = শিল্পী; painter = চিত্রকর, চিত্রশিল্পী; musician = সঙ্গীতশিল্পী, বাদক, বাউল
singer = গায়ক, গায়িকা; dancer = নর্তকী, নৃত্যশিল্পী; ballerina = ব্যালেরিনা; clown = ভাঁড়, জোকার
monk = সন্ন্যাসী, ভিক্ষু; cowboy = কাউবয়; shepherd = রাখাল; sailor = নাবিক, মাঝি; fisherman = জেলে, মৎস্যজীবী
diver = ডুবুরি; surfer = সার্ফার; skier = স্কিয়ার; runner = দৌড়বিদ; cyclist = সাইকেল_আরোহী
football player = ফুটবলার, ফুটবল_খেলোয়াড়; alien = ভিনগ্রহী, এলিয়েন; monster = দৈত্য, রাক্ষস, দানব
ghost = ভূত, পেত্নী; fairy = পরী; witch = ডাইনি; wizard = জাদুকর; mermaid = মৎস্যকন্যা; superhero = সুপারহিরো
angel = ফেরেশতা, দেবদূত; vampire = ভ্যাম্পায়ার; duckling = হাঁসের_ছানা; duck = হাঁস, পাতিহাঁস; ducks = হাঁসগুলো
parrots = টিয়াপাখি, তোতা; swan = রাজহাঁস; swans = রাজহাঁসগুলো; goose = বালিহাঁস; chicken = মুরগি
chickens = মুরগিগুলো; rooster = মোরগ; chick = মুরগির_ছানা; penguin = পেঙ্গুইন; penguins = পেঙ্গুইনরা; eagle = ঈগল
crow = কাক; seagull = গাঙচিল; seagulls = গাঙচিলেরা; pigeon = পায়রা, কবুতর; sparrow = চড়ুই; stork = সারস; heron = বক
flamingo = ফ্লেমিঙ্গো; peacock = ময়ূর; hummingbird = মৌটুসি; donkey = গাধা; lamb = ভেড়ার_ছানা, মেষশাবক; goat = ছাগল
goats = ছাগলগুলো; cows = গরুগুলো, গরুরা; bull = ষাঁড়, বলদ; buffalo = মহিষ, মোষ; deer = হরিণ; reindeer = বল্গা_হরিণ
squirrel = কাঠবিড়ালি, কাঠবিড়ালী; hedgehog = শজারু; mouse = ইঁদুর; mice = ইঁদুরেরা; leopard = চিতাবাঘ, চিতা
lions = সিংহরা; elephants = হাতিরা, হাতিগুলো, হাতির_পাল; giraffe = জিরাফ; zebra = জেব্রা; hippo = জলহস্তী
rhino = গণ্ডার; gorilla = গরিলা; kangaroo = ক্যাঙ্গারু; camel = উট; camels = উটগুলো, উটের_কাফেলা; panda = পান্ডা
polar bear = মেরু_ভালুক, শ্বেত_ভালুক; bear = ভালুক, ভাল্লুক; wolf = নেকড়ে; wolves = নেকড়েরা, নেকড়ের_দল
foxes = শিয়ালেরা; rabbits = খরগোশেরা; frog = ব্যাঙ; frogs = ব্যাঙেরা; snake = সাপ; crocodile = কুমির
lizard = টিকটিকি, গিরগিটি; dolphin = ডলফিন, শুশুক; dolphins = ডলফিনেরা; whale = তিমি; shark = হাঙর, হাঙ্গর
octopus = অক্টোপাস; jellyfish = জেলিফিশ; crab = কাঁকড়া; seal = সিল_মাছ; fish = মাছগুলো, মাছেরা, রঙিন_মাছ
goldfish = গোল্ডফিশ; bee = মৌমাছি; spider = মাকড়সা; ant = পিঁপড়া, পিঁপড়ে; ladybug = লেডিবাগ
butterflies = প্রজাপতিরা, প্রজাপতিগুলো; dragonfly = ফড়িং; snail = শামুক; dinosaur = ডাইনোসর; unicorn = ইউনিকর্ন
phoenix = ফিনিক্স; skyscraper = আকাশচুম্বী_ভবন, বহুতল; skyscrapers = আকাশচুম্বী_অট্টালিকা
building = ভবন, দালান, অট্টালিকা, বিল্ডিং; palace = রাজপ্রাসাদ, রাজবাড়ি; church = গির্জা; cathedral = ক্যাথেড্রাল
windmill = হাওয়াকল, উইন্ডমিল; pyramid = পিরামিড; barn = গোলাঘর, গোয়ালঘর; cottage = কুঁড়েঘর, কুটির; cabin = কাঠের_ঘর
tent = তাঁবু; fence = বেড়া; fountain = ফোয়ারা; statue = মূর্তি, ভাস্কর্য; bench = বেঞ্চ, বেঞ্চি
street lamp = রাস্তার_বাতি, ল্যাম্পপোস্ট; well = কুয়া, কুয়ো; gate = ফটক, তোরণ; swing = দোলনা
ferris wheel = নাগরদোলা; motorcycle = মোটরসাইকেল, মোটরবাইক; scooter = স্কুটার; rickshaw = রিকশা, রিক্সা
truck = ট্রাক, লরি; taxi = ট্যাক্সি; tram = ট্রাম; tractor = ট্রাক্টর; carriage = ঘোড়ার_গাড়ি
cart = গরুর_গাড়ি, ঠেলাগাড়ি; sports car = স্পোর্টস_কার; cars = গাড়িগুলো; steam train = বাষ্পচালিত_ট্রেন
helicopter = হেলিকপ্টার; drone = ড্রোন; spaceship = মহাকাশযান; ufo = উড়ন্ত_চাকি; submarine = সাবমেরিন, ডুবোজাহাজ
ship = জাহাজ; sailboat = পালতোলা_নৌকা, পাল_তোলা_নৌকা; canoe = ডিঙি, ডিঙি_নৌকা; pirate ship = জলদস্যুর_জাহাজ
fishing boat = মাছ_ধরার_নৌকা, জেলে_নৌকা; boats = নৌকাগুলো; balloons = বেলুনগুলো, বেলুনেরা
hot air balloon = গরম_বাতাসের_বেলুন, হট_এয়ার_বেলুন; hot air balloons = গরম_বাতাসের_বেলুনগুলো; skateboard = স্কেটবোর্ড
sled = স্লেজ; surfboard = সার্ফবোর্ড; guitar = গিটার; piano = পিয়ানো; violin = বেহালা; drum = ঢোল, ড্রাম, তবলা
flute = বাঁশি; trumpet = তূর্য, ট্রাম্পেট; saxophone = স্যাক্সোফোন; microphone = মাইক, মাইক্রোফোন
newspaper = খবরের_কাগজ, সংবাদপত্র; books = বইগুলো, বইপত্র; letter = চিঠি; clock = ঘড়ি; watch = হাতঘড়ি
computer = কম্পিউটার; laptop = ল্যাপটপ; smartphone = মোবাইল, মোবাইল_ফোন; television = টেলিভিশন, টিভি
camera = ক্যামেরা; telescope = দূরবীন, টেলিস্কোপ; sword = তলোয়ার, তরবারি; shield = ঢাল; crown = মুকুট
treasure chest = গুপ্তধনের_সিন্দুক; box = বাক্স; basket = ঝুড়ি; bag = ব্যাগ, থলে; bottle = বোতল; glass = গ্লাস
glasses = চশমা; plate = থালা, প্লেট; bowl = বাটি; teapot = কেটলি, চায়ের_পাত্র; vase = ফুলদানি; pot = হাঁড়ি, টব
bed = বিছানা, খাট; armchair = আরামকেদারা; desk = পড়ার_টেবিল; bookshelf = বইয়ের_তাক; mirror = আয়না
lantern = লণ্ঠন, হারিকেন, ফানুস; lanterns = লণ্ঠনগুলো, ফানুসগুলো; candles = মোমবাতিগুলো
fireplace = অগ্নিকুণ্ড, ফায়ারপ্লেস; campfire = ক্যাম্পফায়ার; kite = ঘুড়ি; flag = পতাকা; gift = উপহার
teddy bear = টেডি_বিয়ার, ভালুক_পুতুল; toy = খেলনা; christmas tree = ক্রিসমাস_ট্রি, বড়দিনের_গাছ
pumpkin = কুমড়া, কুমড়ো, মিষ্টিকুমড়া; shoe = জুতা, জুতো; sneaker = কেডস; ring = আংটি; perfume = আতর, সুগন্ধি
umbrellas = ছাতাগুলো; balls = বলগুলো; football = ফুটবল; sign = সাইনবোর্ড, ফলক; bread = রুটি, পাউরুটি; cake = কেক
birthday cake = জন্মদিনের_কেক; pizza = পিৎজা, পিজা; hamburger = বার্গার; sushi = সুশি; rice bowl = ভাত, এক_থালা_ভাত
ramen = নুডলস; cheese = পনির; ice cream = আইসক্রিম; chocolate = চকলেট; cup of coffee = এক_কাপ_কফি, কফির_কাপ, কফি
cup of tea = এক_কাপ_চা; wine = মদ, ওয়াইন; milk = দুধ; soup = স্যুপ; egg = ডিম; apples = আপেলগুলো
orange fruit = কমলালেবু; lemon = লেবু; banana = কলা; strawberry = স্ট্রবেরি; cherry = চেরি; grapes = আঙুর
watermelon = তরমুজ; pineapple = আনারস; coconut = নারকেল, ডাব; mango = আম; fruit = ফল, ফলমূল; carrot = গাজর
tomato = টমেটো; tulip = টিউলিপ; tulips = টিউলিপগুলো; rose = গোলাপ, গোলাপ_ফুল; roses = গোলাপগুলো; daisy = ডেইজি
lotus = পদ্ম, পদ্মফুল, শাপলা; sunflowers = সূর্যমুখীগুলো; cactus = ক্যাকটাস; mushroom = মাশরুম, ব্যাঙের_ছাতা
palm tree = নারকেল_গাছ, তালগাছ, তাল_গাছ, খেজুর_গাছ, পাম_গাছ; palm trees = নারকেল_গাছের_সারি; pine tree = পাইন_গাছ
oak = বটগাছ, বট_গাছ, ওক_গাছ; cherry tree = চেরি_গাছ; maple tree = ম্যাপল_গাছ; bamboo = বাঁশ, বাঁশঝাড়
bush = ঝোপ, ঝোপঝাড়; rock = পাথর, শিলা; rocks = পাথরগুলো; crystal = স্ফটিক; planet = গ্রহ; rainbow = রংধনু, রামধনু
comet = ধূমকেতু; fireworks = আতশবাজি, বাজি; snowman = তুষারমানব; tower = মিনার, টাওয়ার, বুরুজ
ruins = ধ্বংসাবশেষ, ধ্বংসস্তূপ; mountains = পাহাড়গুলো, পর্বতমালা; clouds = মেঘগুলো, মেঘমালা; black cat = কালো_বিড়াল
white cat = সাদা_বিড়াল; eiffel tower = আইফেল_টাওয়ার; taj mahal = তাজমহল; earth planet = পৃথিবী
carpet = কার্পেট, গালিচা, মাদুর; lamb = ভেড়া; picture frame = ছবির_ফ্রেম; swing = দোলনা; ladder = মই
candle = মোমবাতি; pillow = বালিশ; rope = দড়ি; feather = পালক; shell = ঝিনুক; starfish = তারামাছ
sandcastle = বালির_দুর্গ, বালির_প্রাসাদ; waterwheel = জলচক্র; dumplings = মোমো; kimchi = আচার`;

export const BENGALI_WORDS = `
gray = ছাই_রঙের, ধূসর; brown = খয়েরি; silver = রুপালি, রূপালি; turquoise = ফিরোজা; beige = ঘিয়া
dark = অন্ধকার, গাঢ়; bright = উজ্জ্বল; glowing = জ্বলন্ত, জ্বলজ্বলে, আলোকিত; huge = বিশাল, বিরাট, প্রকাণ্ড
tiny = ক্ষুদ্র, খুব_ছোট, পুঁচকে; tall = লম্বা, উঁচু; long = দীর্ঘ; round = গোল, গোলাকার; young = তরুণ, কমবয়সী
new = নতুন; modern = আধুনিক; futuristic = ভবিষ্যতের; medieval = মধ্যযুগীয়; ancient = প্রাচীন; abandoned = পরিত্যক্ত
stone = পাথরের; glass made = কাঁচের, কাচের; wooden = কাঠের_তৈরি; golden = সোনার; frozen = জমাট, বরফে_ঢাকা
snowy = তুষারাবৃত, বরফাবৃত; wet = ভেজা; happy = খুশি, হাসিখুশি, আনন্দিত; sad = দুঃখী, বিষণ্ন
lonely = একাকী, নিঃসঙ্গ, একা; angry = রাগী, রাগান্বিত; cute = মিষ্টি, আদুরে; beautiful = মনোরম, অপূর্ব
magical = জাদুকরী, মায়াবী; mysterious = রহস্যময়; striped = ডোরাকাটা; colorful = রংবেরঙের, বর্ণিল, নানা_রঙের
tropical = গ্রীষ্মমণ্ডলীয়; traditional = ঐতিহ্যবাহী; japanese = জাপানি; chinese = চীনা; korean = কোরীয়; one = একখানা
two = দুইটি, দুইজন, দুইটা, জোড়া; three = তিনখানা; four = চারটা, চারখানা; five = পাঁচজন, পাঁচটে; six = ছয়জন, ছয়টা
seven = সাতজন, সাতটা; eight = আট, আটটি, আটজন; nine = নয়, নয়টি; ten = দশজন, দশটা; twelve = বারো, বারোটি
a few = কয়েকটি, কয়েকটা, কয়েকজন, কিছু; several = বেশ_কয়েকটি; many = বহু, প্রচুর, অসংখ্য, একদল, একঝাঁক, এক_ঝাঁক
between< = মাঝে, মাঝখানে; above< = উপর_দিয়ে, ওপর_দিয়ে, মাথার_উপর; to the left of< = বাঁ_দিকে, বাম_পাশে, বামে, বাঁয়ে
to the right of< = ডান_দিকে, ডান_পাশে, ডানে; through< = মধ্য_দিয়ে, মাঝ_দিয়ে, ভেতর_দিয়ে
around< = চারপাশে, চারদিকে, ঘিরে; inside< = ভেতর, ভিতর, ভেতরের; on< = উপরের, চূড়ায়; in front of< = সম্মুখে, সামনের
behind< = পেছনের, আড়ালে, পিছনের; next to< = পাশের, নিকটে, ধারের; without< = বাদে
in the background = পটভূমিতে, দূরে, পেছনে_দূরে; in the foreground = সামনের_দিকে; on the left = বাঁ_দিকে, বাম_দিকে
on the right = ডান_দিকে; coast = উপকূল, উপকূলে; cliff = খাড়া_পাহাড়, পাহাড়ের_খাড়াই; sea = মহাসাগর, সাগরে
waves = ঢেউ, তরঙ্গ; meadow = তৃণভূমি, ঘাসের_মাঠ, চারণভূমি; wheat field = গমক্ষেত, গমের_ক্ষেত, গমের_খেত
rice field = ধানক্ষেত, ধানখেত, ধানের_ক্ষেত, ধানের_খেত; sunflower field = সূর্যমুখীর_ক্ষেত, সূর্যমুখীর_বাগান
lavender field = ল্যাভেন্ডারের_ক্ষেত; tea plantation field = চা_বাগান; bamboo forest = বাঁশবন, বাঁশঝাড়
underwater = পানির_নিচে, জলের_নিচে, পানির_নীচে, জলের_তলায়, সমুদ্রের_নিচে; coral reef = প্রবাল_প্রাচীর
skyline = শহরের_দিগন্ত, নগরের_দৃশ্য; greenhouse = গ্রিনহাউস; pond = পুকুর, দিঘি, ডোবা; rooftop = ছাদ, ছাদে, ছাদের_উপর
road = পথ, মহাসড়ক, মেঠো_পথ; plaza = চত্বর, স্কোয়ার; alley = সরু_গলি, গলিপথ
old town = পুরান_শহর, পুরনো_শহর, পুরানো_শহর; jungle = গভীর_জঙ্গল, ঘন_জঙ্গল, সুন্দরবন; cave = গুহা
volcano = আগ্নেয়গিরি; lava = লাভা; bedroom = শোবার_ঘর, শয়নকক্ষ; living room = বসার_ঘর, বৈঠকখানা
bathroom = স্নানঘর, বাথরুম; coffee shop = কফি_শপ, ক্যাফে, চায়ের_দোকান; restaurant = রেস্তোরাঁ, রেস্টুরেন্ট, হোটেল
office = অফিস, কার্যালয়; classroom = শ্রেণিকক্ষ, ক্লাসরুম, শ্রেণীকক্ষ; school = স্কুল, বিদ্যালয়; stage = মঞ্চ, মঞ্চে
harbour = বন্দর, ঘাট; train station = রেলস্টেশন, রেল_স্টেশন, ট্রেন_স্টেশন; airport = বিমানবন্দর; stadium = স্টেডিয়াম
farm = খামার, গ্রামের_খামার; savanna = সাভানা, আফ্রিকার_তৃণভূমি; canyon = গিরিখাত; valley = উপত্যকা
swamp = জলাভূমি, বিল, জলা; iceberg = হিমশৈল, আইসবার্গ; glacier = হিমবাহ; arctic = উত্তর_মেরু, মেরু_অঞ্চল
grass = ঘাস, ঘাসে; hill = টিলা, ছোট_পাহাড়; orchard = ফলের_বাগান, আম_বাগান, আমবাগান; vineyard = আঙুর_বাগান, আঙুর_ক্ষেত
laboratory = গবেষণাগার, ল্যাবরেটরি; factory = কারখানা; workshop = কর্মশালা; museum = জাদুঘর; hospital = হাসপাতাল
bakery = বেকারি, রুটির_দোকান; shop = দোকান; playground = খেলার_মাঠ; oasis = মরূদ্যান; canal = খাল
snowy mountains = বরফে_ঢাকা_পাহাড়, তুষারাবৃত_পর্বত, হিমালয়; futuristic city = ভবিষ্যতের_শহর, ভবিষ্যৎ_শহর
paris = প্যারিস, প্যারিসে; london = লন্ডন; new york = নিউ_ইয়র্ক, নিউইয়র্ক; tokyo = টোকিও; venice = ভেনিস; rome = রোম
cairo = কায়রো; mumbai = মুম্বাই, কলকাতা, ঢাকা; seoul street = সিউল; great wall of china = চীনের_মহাপ্রাচীর
on the moon = চাঁদে, চাঁদের_মাটিতে, চাঁদের_বুকে; starry sky = তারাভরা_আকাশ, তারাভরা_রাত, তারা_ভরা_আকাশ
milky way = ছায়াপথ; northern lights = মেরুজ্যোতি, অরোরা; swimming pool = সুইমিং_পুল
above the clouds = মেঘের_উপরে, মেঘের_ওপরে; puddles = জমা_পানি; dusk = গোধূলি, সন্ধ্যাবেলা, সন্ধ্যার, বিকেল, বিকেলে
dawn = ঊষা, ভোরবেলা, ভোরের; day = দিনের_বেলা, দিনের; golden hour = সোনালি_আলো, সোনালী_রোদ, পড়ন্ত_বিকেল
noon = মধ্যাহ্ন, ভরদুপুর; afternoon = অপরাহ্ন; sunset = অস্তগামী_সূর্য, সূর্য_ডুবছে, সূর্য_ডোবার_সময়
sunrise = সূর্য_উঠছে, সূর্যোদয়ের_সময়; at night = গভীর_রাতে, মাঝরাতে, রাতের_বেলা
full moon = পূর্ণিমা, পূর্ণিমার_চাঁদ, পূর্ণ_চাঁদ; sunlight = রোদ, রোদে, সূর্যালোক, রৌদ্র
moonlight = জ্যোৎস্না, চাঁদের_আলো, চাঁদের_আলোয়; candlelight = মোমবাতির_আলো, মোমের_আলো; sunny = রৌদ্রোজ্জ্বল, রোদেলা
rainy = বৃষ্টির_দিন, বৃষ্টিভেজা, বর্ষণমুখর, বৃষ্টিস্নাত; snowing = বরফ_পড়ছে, তুষার_ঝরছে
foggy = কুয়াশাচ্ছন্ন, কুয়াশায়_ঢাকা; thunderstorm = বজ্রঝড়, বজ্রসহ_ঝড়, কালবৈশাখী
lightning = বিদ্যুৎ_চমক, বজ্রপাত, বিজলি, বিদ্যুৎ_চমকাচ্ছে; windy = বাতাস, হাওয়া, ঝোড়ো_হাওয়া
cloudy = মেঘলা, মেঘাচ্ছন্ন; autumn leaves = ঝরা_পাতা, শুকনো_পাতা; cherry blossoms = চেরি_ফুল
spring time = বসন্তকাল, বসন্তকালে; summer = গ্রীষ্মকাল, গরমকাল; autumn = শরৎকাল, শরৎকালে, হেমন্তকালে
winter = শীতকাল, শীতের; neon = নিয়ন, নিয়ন_আলো; watercolor = জলরঙের_ছবি, জলরং_চিত্র, জলরঙে_আঁকা
oil painting = তৈলচিত্র_শৈলী, তেলরঙ, তেলরং; pencil sketch = পেন্সিলে_আঁকা, পেন্সিল_ড্রয়িং, স্কেচ
anime style = অ্যানিমে, এনিমে; pixel art = পিক্সেল_আর্ট; comic book style = কমিক, কমিক_বইয়ের
3d render = ত্রিমাত্রিক, থ্রিডি; cyberpunk = সাইবারপাঙ্ক; photorealistic = বাস্তবসম্মত, ফটোরিয়েলিস্টিক
film noir = ফিল্ম_নোয়ার; stained glass = রঙিন_কাচের_শিল্প; low poly = লো_পলি; isometric = আইসোমেট্রিক
claymation = কাদামাটির_অ্যানিমেশন; paper cut = কাগজ_কাটা; ink wash = কালি_ছবি
vintage photo = পুরনো_ছবি, পুরোনো_আলোকচিত্র; cinematic = সিনেমার_মতো; aerial shot = আকাশ_থেকে_তোলা, ড্রোন_শট
close up = ক্লোজ_আপ, ক্লোজআপ; wide shot = ওয়াইড_শট; portrait of = প্রতিকৃতি; time lapse = টাইমল্যাপস, টাইম_ল্যাপস
slow motion = ধীর_গতি, ধীর_গতিতে, স্লো_মোশন; slowly = ধীরে, ধীরে_ধীরে; quickly = দ্রুত, জোরে
the camera pans = ক্যামেরা_ঘোরে; the camera zooms in = ক্যামেরা_এগিয়ে_যায়; sitting = বসে_আছে, বসে_আছেন, বসেছে, বসা
standing = দাঁড়িয়ে_আছে, দাঁড়ানো; lying = শুয়ে, শুয়ে_আছে; sleeping = ঘুমাচ্ছে, ঘুমোচ্ছে, নিদ্রিত
walking = হাঁটছেন, হেঁটে_যাচ্ছে, হেঁটে_চলেছে, চলছে; running = দৌড়ে, ছুটে_যাচ্ছে, দৌড়ায়
flying = উড়ে, উড়ে_যাচ্ছে, উড়ে_বেড়াচ্ছে; swimming = সাঁতরাচ্ছে, সাঁতার_কেটে; dancing = নাচছেন, নৃত্য_করছে, নেচে
jumping = লাফাচ্ছে, লাফ_দিচ্ছে, লাফিয়ে; fighting = লড়াই_করছে, লড়ছে, যুদ্ধ_করছে; playing = খেলা_করছে, খেলাধুলা
playing football = ফুটবল_খেলছে; playing the guitar = গিটার_বাজাচ্ছে, গিটার_বাজায়
playing the piano = পিয়ানো_বাজাচ্ছে; playing the violin = বেহালা_বাজাচ্ছে
playing the flute = বাঁশি_বাজাচ্ছে, বাঁশি_বাজায়; playing the drum = ঢোল_বাজাচ্ছে
flying a kite = ঘুড়ি_ওড়াচ্ছে, ঘুড়ি_উড়াচ্ছে; reading a book = বই_পড়ছে; drinking tea = চা_খাচ্ছে, চা_পান_করছে
drinking coffee = কফি_খাচ্ছে, কফি_পান_করছে; fishing = মাছ_ধরছে, মাছ_ধরছেন, মাছ_শিকার; cooking = রান্না_করছে, রাঁধছে
painting a picture = ছবি_আঁকছে, ছবি_আঁকছেন; singing = গান_গাইছে, গান_গাইছেন, গাইছে; laughing = হাসছে, হাসছেন
smiling = মুচকি_হাসছে, হাসিমুখে; crying = কাঁদছে; waving = হাত_নাড়ছে; driving = চালাচ্ছে, গাড়ি_চালাচ্ছে
riding a bicycle = সাইকেল_চালাচ্ছে; riding a horse = ঘোড়ায়_চড়ে, ঘোড়া_চালাচ্ছে; floating = ভাসছে, ভাসমান, ভেসে
sailing = পাল_তুলে, ভেসে_যাচ্ছে, ভেসে_চলেছে; falling = পড়ছে, ঝরছে; rising = উঠছে, উড়ছে_উপরে
climbing = চড়ছে, বেয়ে_উঠছে; chasing> = তাড়া_করছে, ধাওয়া_করছে
looking at> = দেখছে, দেখছেন, তাকিয়ে, দিকে_তাকিয়ে_আছে; feeding> = খাওয়াচ্ছে, খাবার_দিচ্ছে
hugging> = জড়িয়ে_ধরে, আলিঙ্গন; eating> = খাচ্ছেন, খায়, খেতে; drinking> = পান_করছে; reading> = পড়ছেন, পাঠ_করছে
holding> = ধরে_আছে, হাতে_ধরে, হাতে, নিয়ে; wearing> = পরা, পরে, পরিহিত, পরে_আছে, পরনে; riding> = চড়ে, চেপে
pulling> = টানছে, টেনে; watering> = পানি_দিচ্ছে, জল_দিচ্ছে; blooming = ফুটছে, ফুটেছে, ফোটা; burning = জ্বলছে, পুড়ছে
erupting = অগ্ন্যুৎপাত, ফেটে_পড়ছে; shining = ঝলমলে, চকচকে; spinning = ঘুরছে; working = কাজ_করছে; writing = লিখছে
praying = প্রার্থনা_করছে, নামাজ_পড়ছে; waiting = অপেক্ষা_করছে, অপেক্ষায়; kissing> = চুম্বন; surfing = সার্ফিং
skiing = স্কি_করছে; launching = উৎক্ষেপণ, উড্ডয়ন; says = বলছেন, বলল; hat = টুপি; dress = ফ্রক, পোশাক, জামা
sari = শাড়ি, শাড়ী; coat = কোট; jacket = জ্যাকেট; shirt = শার্ট, পাঞ্জাবি; scarf = মাফলার, ওড়না, স্কার্ফ
suit = স্যুট; kimono = কিমোনো; sunglasses = রোদচশমা, সানগ্লাস; beard = দাড়ি; hair = চুল, চুলের; eyes = চোখ, চোখের
leaves = পাতা, পাতাগুলো; music = গান, সঙ্গীত, বাজনা; silence = নীরবতা, নিস্তব্ধ; in the sky = আকাশে, আকাশজুড়ে
forest = বনের, বনভূমি; windowsill = জানালার_ধারে, জানালার_পাশে; smoke = ধোঁয়া; baking> = বানাচ্ছে, তৈরি_করছে
playing> = বাজাচ্ছে, বাজাচ্ছেন; holding> = হাতে_নিয়ে_আছে; above< = আকাশপথে; kicking a ball = বল_খেলছে
with a = ওয়ালা; scary = ভয়ঙ্কর; warm = উষ্ণ; cold = ঠান্ডা, শীতল; quiet = শান্ত, নিরিবিলি; busy = ব্যস্ত, জনাকীর্ণ`;
