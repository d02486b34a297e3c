import { ARABIC_NOUNS, ARABIC_WORDS } from './arabic-vocabulary.ts';
import type { LanguageTable } from './language-table.ts';

export const ARABIC: LanguageTable = {
  code: 'ar',
  hints: '',
  adjectivesFollow: true,
  prefixes: [
    ['وال', 'and the'],
    ['بال', 'in the'],
    ['كال', '-'],
    ['فال', '-'],
    ['لل', '-'],
    ['ال', 'the'],
    ['و', 'and'],
    ['ب', 'with'],
    ['ل', '-'],
  ],
  forms: [
    [/ه$/, '', 'ات'],
    [/(?<=[ء-ی])$/, 'ا', 'ون|ين'],
  ],
  moreNouns: ARABIC_NOUNS,
  moreWords: ARABIC_WORDS,
  nouns: `
cat = قطة, قط, هرة
two cats = قطتان, قطتين, قطان, قطين
cats = قطط
dog = كلب, كلبة
two dogs = كلبان, كلبين
dogs = كلاب
bird = طائر, عصفور, طير
birds = طيور, عصافير
horse = حصان, فرس
horses = خيول, أحصنة
camel = جمل
camels = جمال
cow = بقرة
cows = أبقار
elephant = فيل
elephants = أفيال, فيلة
lion = أسد
lions = أسود_برية
tiger = نمر
fox = ثعلب
wolf = ذئب
fish = سمكة, سمك, أسماك
turtle = سلحفاة
rabbit = أرنب
sheep = خروف, أغنام, خراف
butterfly = فراشة
butterflies = فراشات
eagle = نسر, صقر
owl = بومة
dove = حمامة
doves = حمائم, حمام
dragon = تنين
man = رجل
two men = رجلان, رجلين
men = رجال
woman = امرأة, إمرأة, سيدة
women = نساء
girl = فتاة, بنت
two girls = فتاتان, فتاتين
girls = فتيات, بنات
boy = ولد, صبي, فتى
boys = أولاد
child = طفل, طفلة
two children = طفلان, طفلين
children = أطفال
people = ناس, أشخاص, حشد
person = شخص, إنسان
old man = شيخ, عجوز
knight = فارس
soldier = جندي
king = ملك
queen = ملكة
astronaut = رائد_فضاء, رائد_الفضاء
two astronauts = رائدا_فضاء
fisherman = صياد
farmer = مزارع, فلاح
doctor = طبيب, طبيبة
robot = روبوت, رجل_آلي
house = بيت, منزل
houses = بيوت, منازل
tree = شجرة
trees = أشجار, شجر
palm tree = نخلة
palm trees = نخيل
flower = زهرة, وردة
flowers = زهور, ورود, أزهار
sunflower = عباد_الشمس, دوار_الشمس
car = سيارة
two cars = سيارتان, سيارتين
cars = سيارات
bus = حافلة, باص
bicycle = دراجة
train = قطار
boat = قارب, مركب
boats = قوارب, مراكب
ship = سفينة
airplane = طائرة
rocket = صاروخ
hot air balloon = منطاد
hot air balloons = مناطيد
balloon = بالون
balloons = بالونات
umbrella = مظلة, شمسية
sofa = أريكة, كنبة
table = طاولة, منضدة
chair = كرسي
lamp = مصباح
candle = شمعة
candles = شموع
book = كتاب
books = كتب
cup of coffee = فنجان_قهوة, كوب_قهوة, فنجان_من_القهوة
cup of tea = كوب_شاي, كأس_شاي
cup = كوب, فنجان, كأس
mountain = جبل
mountains = جبال
moon = قمر
cloud = سحابة, غيمة
clouds = سحب, غيوم
mosque = مسجد, جامع
castle = قلعة, قصر
tower = برج
lighthouse = منارة
bridge = جسر
waterfall = شلال
pyramid = هرم
pyramids = أهرامات, أهرام
fire = نار
tent = خيمة
apple = تفاحة
door = باب
window = نافذة, شباك
ball = كرة`,
  words: `
red = أحمر, حمراء, حمر
blue = أزرق, زرقاء, زرق
green = أخضر, خضراء, خضر
yellow = أصفر, صفراء, صفر
white = أبيض, بيضاء, بيض
black = أسود, سوداء, سود, سوداوان, سوداوين
orange = برتقالي, برتقالية
pink = وردي, وردية
purple = بنفسجي, بنفسجية
brown = بني, بنية
gray = رمادي, رمادية
golden = ذهبي, ذهبية
silver = فضي, فضية
colorful = ملون, ملونة
one = واحد, واحدة
two = اثنان, اثنين, اثنتان
three = ثلاث, ثلاثة
four = أربع, أربعة
five = خمس, خمسة
six = ست, ستة
seven = سبع, سبعة
eight = ثماني, ثمانية
ten = عشر, عشرة
many = كثير_من, العديد_من, كثيرة
small = صغير, صغيرة, صغار
big = كبير, كبيرة
huge = ضخم, ضخمة, عملاق, عملاقة
old = قديم, قديمة, عجوز_جدا
wooden = خشبي, خشبية, من_الخشب
beautiful = جميل, جميلة
snowy = ثلجي, ثلجية
dark = مظلم, مظلمة
in = في, داخل
on = على
above = فوق
under = تحت
next to = بجانب, بجوار, قرب, بالقرب_من, عند
in front of = أمام
behind = خلف, وراء
between = بين
with = مع
without = بدون, بلا, من_دون
to the left of = على_يسار, إلى_يسار
to the right of = على_يمين, إلى_يمين
through = عبر, خلال
of = من
and = و
- = هو, هي, التي, الذي, كان, كانت, قد, إلى
sea = بحر
beach = شاطئ, شاطىء, شاطئ_البحر
forest = غابة, غابات
river = نهر
lake = بحيرة
desert = صحراء
street = شارع, طريق
city = مدينة
village = قرية
market = سوق
field = حقل
garden = حديقة
park = متنزه
room = غرفة
kitchen = مطبخ
sky = سماء
space = فضاء
island = جزيرة
library = مكتبة
mars = مريخ
on the moon = على_سطح_القمر, على_القمر
underwater = تحت_الماء
snow = ثلج, ثلوج
snowing = تساقط_الثلوج, تتساقط_الثلوج
rain = مطر, أمطار, ممطر, ممطرة, ممطر
fog = ضباب, ضبابي, ضبابية
storm = عاصفة
stars = نجوم
at night = ليل, ليلا, ليلاً, في_الليل, ليلة, منتصف_الليل
morning = صباح, صباحا, صباحاً, في_الصباح
day = نهار, نهارا, ظهر
sunset = غروب, عند_الغروب, غروب_الشمس, عند_غروب_الشمس
dusk = مساء, شفق
sunrise = شروق, شروق_الشمس, عند_الشروق, فجر, عند_الفجر
autumn = خريف
winter = شتاء
spring time = ربيع
summer = صيف
watercolor = ألوان_مائية, بالألوان_المائية
oil painting = لوحة_زيتية, زيتية
pencil sketch = رسم_بالقلم, قلم_رصاص
anime style = أنمي
black and white photo = أبيض_وأسود, بالأبيض_والأسود
cinematic = سينمائي, سينمائية
close up = لقطة_مقربة
aerial shot = لقطة_جوية, منظر_جوي
sitting = يجلس, تجلس, جالس, جالسة, تجلسان, يجلسان, يجلسون
standing = يقف, تقف, واقف, واقفة
sleeping = ينام, تنام, نائم, نائمة
running = يركض, تركض, يجري, تجري, يركضون, يركضان
walking = يمشي, تمشي, يسير, تسير, يمشيان, يمشون
flying = يطير, تطير, تحلق, يحلق
swimming = يسبح, تسبح
dancing = يرقص, ترقص
playing = يلعب, تلعب, يلعبون
holding = يحمل, تحمل, يمسك, تمسك
reading = يقرأ, تقرأ
eating = يأكل, تأكل
drinking = يشرب, تشرب
riding = يركب, تركب
jumping = يقفز, تقفز
floating = يطفو, تطفو
launching = ينطلق
says = يقول, تقول, قال, قالت`,
};
