import type { EditLanguage } from './edit-language.ts';

export const URDU: EditLanguage = {
  code: 'ur',
  split: /\s*[,،؛;۔]\s*(?:اور )?(?:پھر )?|\s+(?:اور پھر|پھر|اور)\s+(?=\S+.*(?:دیں|دو|کریں|کرو|بنائیں|بناؤ|لکھیں)$)/gu,
  rules: [
    [/(?:پس منظر|بیک گراؤنڈ)\s+(?:کو\s+)?دھندلا/u, 'blur the background'],
    [/(?:پس منظر|بیک گراؤنڈ)\s+(?:کو\s+)?(?:ہٹا|مٹا)/u, 'remove the background'],
    [/(?:پس منظر|بیک گراؤنڈ)\s+(?:کو\s+)?(.+?)\s+(?:میں|سے)\s+(?:بدل|تبدیل)/u, 'replace the background with {1}'],
    [/(?:آواز|آڈیو)\s+(?:کو\s+)?(?:ہٹا|بند)|خاموش|بغیر آواز/u, 'mute'],
    [/^(.+?)\s+کی\s+آواز\s+(?:شامل|ڈال|لگا)/u, 'add the sound of {1}'],
    [/الٹا چلا|ریورس/u, 'play it backwards'],
    [/آہستہ|سست|سلو/u, 'slow motion'],
    [/تیز\s+(?:کر|چلا)/u, 'speed it up 2x'],
    [/^(.+?)\s+(?:کو\s+)?(?:ہٹا|مٹا|نکال)/u, 'remove {1}'],
    [
      /^(.+?)\s+(?:(?:کا|کے|کی) رنگ\s+)?(?:کو\s+)?(سرخ|لال|نیل[ایے]|سبز|ہر[ایے]|پیل[ایے]|نارنجی|سفید|کال[ایے]|سیاہ|گلابی|جامنی|بھور[ایے]|سنہر[ایے])(?:\s+رنگ)?\s+(?:میں\s+)?(?:کا\s+)?(?:کر|بنا|رنگ|بدل)/u,
      'make {1} {2}',
    ],
    [/^(.+?)\s+کو\s+(.+?)\s+(?:پہنا|دے|دو|دیں|لگا)/u, 'give {1} {2}'],
    [/^(.+?)\s+(?:پر|کے اوپر)\s+(.+?)\s+(?:رکھ|لگا|شامل|ڈال)/u, 'add {2} on {1}'],
    [/^(.+?)\s+(?:شامل|ڈال|لگا|جوڑ|رکھ)/u, 'add {1}'],
  ],
  looks: `
black and white = بلیک اینڈ وائٹ|سیاہ و سفید|سیاہ اور سفید|کالا سفید
anime style = اینیمی|انیمے
watercolor = واٹر کلر|آبی رنگ
oil painting = آئل پینٹنگ|روغنی
comic book style = کارٹون|کامک
pencil sketch = خاکہ|پنسل|اسکیچ
night = رات
day = دن
sunset = غروب آفتاب|شام
winter = سردی|سردیوں|موسم سرما
autumn = خزاں
spring time = بہار
summer = گرمی|موسم گرما
vintage = پرانی فلم|ونٹیج
brighter = روشن
darker = تاریک|گہرا
warmer = گرم
rain = بارش
snow = برف
fog = دھند
thunderstorm = طوفان
sunny = دھوپ`,
  nouns: `
silver necklace = چاندی کا ہار
gold necklace = سونے کا ہار
necklace = ہار
sunglasses = دھوپ کا چشمہ, دھوپ کے چشمے
glasses = چشمہ, عینک
hat = ٹوپی
crown = تاج
balloon = غبارہ
balloons = غبارے
woman = عورت, خاتون
man = آدمی, مرد
girl = لڑکی
boy = لڑکا, لڑکے
people = لوگوں, لوگ
cat = بلی
dog = کتا, کتے
bird = پرندہ
car = گاڑی, کار
tree = درخت
flower = پھول
table = میز
sky = آسمان
hair = بال, بالوں
dress = لباس
moon = چاند
sun = سورج
rainbow = قوس قزح
house = گھر
boat = کشتی
beach = ساحل, ساحل سمندر
sea = سمندر
forest = جنگل
mountain = پہاڑ
city = شہر
rain = بارش
snow = برف
music = موسیقی
red = سرخ, لال
blue = نیلا, نیلی, نیلے
green = سبز, ہرا
yellow = پیلا, پیلی
orange = نارنجی
white = سفید
black = کالا, کالی, سیاہ
pink = گلابی
purple = جامنی
golden = سنہرا, سنہری
a = ایک
- = کا, کے, کی, کو, میں`,
};
