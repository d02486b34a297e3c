import type { EditLanguage } from './edit-language.ts';

export const BENGALI: EditLanguage = {
  code: 'bn',
  split: /\s*[,;।]\s*(?:এবং )?(?:তারপর )?|\s+(?:এবং|তারপর|আর)\s+(?=\S+.*(?:করুন|করো|দিন|দাও|যোগ|লিখুন|লেখো)$)/gu,
  rules: [
    [/(?:ব্যাকগ্রাউন্ড|পটভূমি)\S*\s+(?:ঝাপসা|ব্লার)/u, 'blur the background'],
    [/(?:ব্যাকগ্রাউন্ড|পটভূমি)(?:টি|টা|কে)?\s+(?:সরা|মুছ|বাদ)/u, 'remove the background'],
    [
      /(?:ব্যাকগ্রাউন্ড|পটভূমি)(?:টি|টা|কে)?\s+(.+?)\s+(?:দিয়ে|এ|তে)\s+(?:বদল|পরিবর্তন|প্রতিস্থাপন)/u,
      'replace the background with {1}',
    ],
    [/(?:শব্দ|অডিও|আওয়াজ)\S*\s+(?:সরা|বন্ধ|মুছ)|নিঃশব্দ|মিউট/u, 'mute'],
    [/^(.+?)(?:র|ের)\s+শব্দ\s+যোগ/u, 'add the sound of {1}'],
    [/উল্টো|উল্টা|রিভার্স/u, 'play it backwards'],
    [/ধীর|স্লো/u, 'slow motion'],
    [/দ্রুত/u, 'speed it up 2x'],
    [/^(.+?)\s+(?:সরিয়ে|সরা|মুছ|বাদ দ)/u, 'remove {1}'],
    [
      /^(.+?)(?:ের|র)?\s+(?:রঙ?ং?\s+)?(লাল|নীল|সবুজ|হলুদ|কমলা|সাদা|কালো|গোলাপি|গোলাপী|বেগুনি|বাদামি|সোনালি)\s+(?:রঙ\S*\s+)?(?:কর|বানা|রঙ)/u,
      'make {1} {2}',
    ],
    [/^(\S+?)(?:টিকে|টাকে|কে)\s+(.+?)\s+(?:পরা|পরি|দিন|দাও|দিয়ে)/u, 'give {1} {2}'],
    [/^(\S+?)(?:ের|র)?\s+(?:উপর|উপরে|ওপর|ওপরে)\s+(.+?)\s+(?:রাখ|যোগ)/u, 'add {2} on {1}'],
    [/^(\S+?)(?:এ|তে|য়)\s+(.+?)\s+যোগ/u, 'add {2} in the {1}'],
    [/^(.+?)\s+(?:যোগ|যুক্ত|রাখ)/u, 'add {1}'],
  ],
  looks: `
black and white = সাদা[- ]?(?:ও |এবং )?কালো|ব্ল্যাক (?:অ্যান্ড|এন্ড) হোয়াইট
anime style = অ্যানিমে|এনিমে
watercolor = জলরঙ|জলরং
oil painting = তেলরঙ|তৈলচিত্র
comic book style = কার্টুন|কমিক
pencil sketch = স্কেচ|পেন্সিল
night = রাত
day = দিনে|দিনের
sunset = সূর্যাস্ত|সন্ধ্যা
winter = শীত
autumn = শরৎ|হেমন্ত
spring time = বসন্ত
summer = গ্রীষ্ম
vintage = পুরনো|পুরানো
brighter = উজ্জ্বল
darker = অন্ধকার
rain = বৃষ্টি
snow = তুষার|বরফ
fog = কুয়াশা
thunderstorm = ঝড়
sunny = রোদ`,
  nouns: `
silver necklace = রুপার হার, রূপার হার, রুপার নেকলেস
necklace = হার, নেকলেস
sunglasses = রোদচশমা, সানগ্লাস
glasses = চশমা
hat = টুপি
crown = মুকুট
balloon = বেলুন
woman = মহিলা, নারী
man = লোক, পুরুষ, মানুষ
girl = মেয়ে
boy = ছেলে
people = মানুষদের, লোকদের, লোকজন
cat = বিড়াল, বিড়ালটি
dog = কুকুর, কুকুরটি
bird = পাখি
car = গাড়ি, গাড়িটি
tree = গাছ
flower = ফুল
table = টেবিল
sky = আকাশ, আকাশে
hair = চুল
moon = চাঁদ
sun = সূর্য
rainbow = রংধনু, রামধনু
house = বাড়ি
boat = নৌকা
beach = সৈকত, সমুদ্র সৈকত
sea = সমুদ্র
forest = বন, জঙ্গল
city = শহর
rain = বৃষ্টি
snow = তুষার
music = সঙ্গীত
red = লাল
blue = নীল
green = সবুজ
yellow = হলুদ
orange = কমলা
white = সাদা
black = কালো
pink = গোলাপি, গোলাপী
purple = বেগুনি
golden = সোনালি
a = একটি, একটা, এক`,
};
