import { BENGALI_NOUNS, BENGALI_WORDS } from './bengali-vocabulary.ts';
import type { LanguageTable } from './language-table.ts';

export const BENGALI: LanguageTable = {
  code: 'bn',
  hints: '',
  isBare: true,
  moreNouns: BENGALI_NOUNS,
  moreWords: BENGALI_WORDS,
  nouns: `
cat = বিড়াল, বিড়াল
dog = কুকুর
dove = পায়রা, কবুতর
bird = পাখি
horse = ঘোড়া, ঘোড়া
cow = গরু
elephant = হাতি
lion = সিংহ
tiger = বাঘ
monkey = বানর
fish = মাছ
peacock = ময়ূর, ময়ূর
parrot = টিয়া, টিয়া
rabbit = খরগোশ
butterfly = প্রজাপতি
fox = শিয়াল, শিয়াল, শেয়াল
owl = পেঁচা
turtle = কচ্ছপ
sheep = ভেড়া, ভেড়া
goat = ছাগল
dragon = ড্রাগন
man = মানুষ, লোক, পুরুষ
woman = মহিলা, নারী
girl = মেয়ে, মেয়ে, বালিকা
boy = ছেলে, বালক
child = শিশু, বাচ্চা
children = শিশুরা, বাচ্চারা
people = লোকজন, মানুষজন
farmer = কৃষক
fisherman = জেলে
king = রাজা
queen = রানী
astronaut = মহাকাশচারী, নভোচারী
robot = রোবট
house = বাড়ি, বাড়ি, ঘর
tree = গাছ
flower = ফুল
rose = গোলাপ
sunflower = সূর্যমুখী
car = গাড়ি, গাড়ি
bus = বাস
bicycle = সাইকেল
train = ট্রেন, রেলগাড়ি
boat = নৌকা
ship = জাহাজ
airplane = বিমান, উড়োজাহাজ, উড়োজাহাজ
rocket = রকেট
balloon = বেলুন
umbrella = ছাতা
sofa = সোফা
table = টেবিল
chair = চেয়ার, চেয়ার
lamp = বাতি, প্রদীপ
candle = মোমবাতি
book = বই
cup of tea = চায়ের_কাপ, চা
cup = কাপ
mountain = পাহাড়, পাহাড়, পর্বত
moon = চাঁদ
cloud = মেঘ
temple = মন্দির
mosque = মসজিদ
castle = দুর্গ, প্রাসাদ
lighthouse = বাতিঘর
bridge = সেতু
waterfall = ঝর্ণা, জলপ্রপাত
fire = আগুন
apple = আপেল
mango = আম
door = দরজা
window = জানালা
ball = বল`,
  words: `
red = লাল
blue = নীল
green = সবুজ
yellow = হলুদ
white = সাদা
black = কালো
orange = কমলা
pink = গোলাপি, গোলাপী
purple = বেগুনি, বেগুনী
brown = বাদামি, বাদামী
gray = ধূসর
golden = সোনালি, সোনালী
colorful = রঙিন
one = এক, একটি, একটা, একজন
two = দুই, দুটি, দুটো, দুজন
three = তিন, তিনটি, তিনটে, তিনটা, তিনজন
four = চার, চারটি, চারটে, চারজন
five = পাঁচ, পাঁচটি, পাঁচটা, পাঁচজন
six = ছয়, ছয়টি, ছয়টি
seven = সাত, সাতটি
ten = দশ, দশটি
many = অনেক, অনেকগুলো, অনেকগুলি
small = ছোট, ছোট্ট
big = বড়, বড়, বিশাল
old = পুরনো, পুরানো, বৃদ্ধ
wooden = কাঠের
beautiful = সুন্দর
and = এবং, ও, আর
in< = মধ্যে, ভিতরে, ভেতরে
on< = উপর, উপরে, ওপর, ওপরে
under< = নিচে, নীচে, তলায়, তলায়
next to< = পাশে, কাছে, ধারে, তীরে
in front of< = সামনে
behind< = পিছনে, পেছনে
with< = সঙ্গে, সাথে
without< = ছাড়া, ছাড়া
- = আছে, ছিল, হচ্ছে, করছে, থেকে, দিয়ে, দিয়ে
sea = সমুদ্র, সাগর
beach = সৈকত, সমুদ্র_সৈকত, সমুদ্রতীর, সমুদ্রের_ধারে, সমুদ্রের_তীরে
forest = জঙ্গল, বন, অরণ্য
river = নদী
riverbank = নদীর_ধারে, নদীর_তীরে
lake = হ্রদ, লেক
desert = মরুভূমি
street = রাস্তা, সড়ক, সড়ক, গলি
city = শহর
village = গ্রাম
market = বাজার
field = মাঠ, ক্ষেত
garden = বাগান
park = পার্ক
room = কক্ষ, রুম
kitchen = রান্নাঘর
sky = আকাশ
space = মহাকাশ
island = দ্বীপ
library = গ্রন্থাগার, লাইব্রেরি
mars = মঙ্গল_গ্রহ
snow = তুষার, বরফ
snowing = তুষারপাত
rain = বৃষ্টি, বর্ষা
fog = কুয়াশা, কুয়াশা
storm = ঝড়, ঝড়
stars = তারা, তারকা
at night = রাত, রাতে, রাতের
morning = সকাল, সকালে, সকালের
day = দিন, দিনে, দুপুর, দুপুরে
sunset = সূর্যাস্ত, সূর্যাস্তের, সূর্যাস্তে, সূর্যাস্তের_সময়
dusk = সন্ধ্যা, সন্ধ্যায়, সন্ধ্যায়
sunrise = সূর্যোদয়, সূর্যোদয়, সূর্যোদয়ের, ভোর, ভোরে
autumn = শরৎ, শরতে, হেমন্ত
winter = শীত, শীতে, শীতকালে
spring time = বসন্ত, বসন্তে
summer = গ্রীষ্ম, গ্রীষ্মে
watercolor = জলরং, জলরঙ
oil painting = তৈলচিত্র
pencil sketch = পেন্সিল_স্কেচ
black and white photo = সাদা-কালো
cinematic = সিনেমাটিক
sitting = বসে, বসা
standing = দাঁড়িয়ে, দাঁড়িয়ে
sleeping = ঘুমাচ্ছে, ঘুমিয়ে, ঘুমন্ত
running = দৌড়াচ্ছে, দৌড়াচ্ছে, দৌড়চ্ছে, ছুটছে
walking = হাঁটছে, হেঁটে
flying = উড়ছে, উড়ছে, উড়ন্ত, উড়ন্ত
swimming = সাঁতার, সাঁতার_কাটছে
dancing = নাচছে
playing = খেলছে
holding = ধরে, হাতে_নিয়ে
reading = পড়ছে, পড়ছে
eating = খাচ্ছে
says = বলে, বলছে`,
  suffixes: [
    ['গুলোর', '-'],
    ['গুলো', '-'],
    ['গুলি', '-'],
    ['টির', '-'],
    ['টিকে', '-'],
    ['টি', '-'],
    ['টা', '-'],
    ['য়ের', '-'],
    ['য়ে', 'in<'],
    ['তে', 'in<'],
    ['য়', 'in<'],
    ['েতে', 'in<'],
    ['ের', '-'],
    ['র', '-'],
    ['ে', 'in<'],
    ['কে', '-'],
  ],
};
