import { expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

/** Prompt, and what its scene must hold in the notation of `missingFrom`. */
const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  ['Zwei schwarze Katzen sitzen auf einem roten Sofa', 'room | 2 black cat sitting on:sofa | red sofa'],
  [
    'Eine Frau mit einem Regenschirm geht nachts durch den Regen, schwarz-weiß',
    'blackAndWhite night rain | person woman walk holding:umbrella',
  ],
  ['Ein blaues Auto links von einem gelben Bus vor einem Berg', '| blue car leftOf:bus | yellow bus | mountain'],
  [
    'Ein Ritter kämpft gegen einen grünen Drachen vor einer Burg',
    '| person knight fighting | green dragon fighting | castle',
  ],
  ['Ein Pinguin am Strand', 'shore | penguin =pinguin'],
  ['Un chat noir assis sur un canapé rouge', 'room | black cat sitting on:sofa | red sofa'],
  ['Une maison bleue au bord de la mer au coucher du soleil', 'shore sunset | blue house'],
  ["Trois montgolfières au-dessus d'un champ de lavande", 'field lavender | 3 balloon hotAir'],
  ["Aquarelle d'un phare pendant une tempête", 'shore storm watercolor | lighthouse'],
  ['Dos gatos negros sobre una mesa de madera', '| 2 black cat on:table | table wooden'],
  ['Una casa roja junto al lago en otoño con niebla', 'lake autumn fog | red house'],
  ['Un perro corriendo por la playa al atardecer', 'shore sunset | dog run'],
  ['Un castello antico sulla montagna sotto la neve', 'snow winter | castle old on:mountain'],
  ["Una barca rossa sul lago all'alba", 'lake dawn | red boat'],
  ['Um barco vermelho na praia ao pôr do sol', 'shore sunset | red boat'],
  ['Duas crianças com um balão vermelho no jardim', 'garden | 2 person child | red balloon'],
  ['ソファの上に座っている二匹の黒猫', 'room | 2 black cat sitting on:sofa'],
  ['夜の東京の街、雨、ネオン', 'street japanese neon night rain'],
  ['富士山と桜、春の朝', 'mountains spring morning | mountain | tree blossom'],
  ['海辺の白い灯台、夕焼け', 'shore sunset | white lighthouse'],
  ['一只黑猫坐在红色沙发上', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['森林里的一座小木屋，下雪', 'forest snow winter | house small'],
  ['两只狗在海滩上奔跑，日落', 'shore sunset | 2 dog run'],
  ['눈 속의 빨간 집', 'snow winter | red house'],
  ['고양이가 소파 위에 앉아 있다', 'room | cat sitting on:sofa'],
  ['밤에 비 내리는 거리, 네온', 'street night rain neon'],
  ['Красный дом у озера осенью, туман', 'lake autumn fog | red house'],
  ['Две чёрные кошки сидят на диване', 'room | 2 black cat sitting on:sofa'],
  ['Старый маяк на скале ночью, шторм', 'shore cliff night storm | lighthouse old'],
  ['हाथी', '| elephant'],
  ['Zwei Hunde spielen im Schnee', 'snow winter | 2 dog'],
  ['Tres caballos corriendo por el campo al amanecer', 'field dawn | 3 horse run'],
  ['Un astronauta sobre la luna', 'planet moon | person astronaut'],
  ['雨の夜、傘をさした女の子が歩いている', 'night rain | person girl walk holding:umbrella | umbrella'],
  ['火星でロケットが打ち上げられる', 'planet mars +launch | rocket launch up'],
  ['一个女孩骑着自行车在海边，日落', 'shore sunset | person girl riding:bicycle'],
  ['빨간 자동차 옆에 있는 노란 버스', '| yellow bus nextTo:car | red car'],
  ['Девочка с красным зонтом идёт под дождём ночью', 'night rain | person girl walk holding:umbrella | red umbrella'],
  ['एक काली बिल्ली लाल सोफे पर बैठी है', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['दो सफेद घोड़े सूर्यास्त के समय समुद्र तट पर दौड़ रहे हैं', 'shore sunset | 2 white horse run'],
  ['झील के किनारे एक नीला घर, पतझड़, कोहरा', 'lake autumn fog | blue house'],
  ['पहाड़ों में एक पुराना मंदिर, सुबह', 'mountains morning | 1 old'],
  ['قطة سوداء تجلس على أريكة حمراء', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['سيارة حمراء في شارع ممطر ليلا', 'street night rain | red car'],
  ['ثلاثة جمال في الصحراء عند الغروب', 'desert sunset'],
  ['قطتان سوداوان وكلب أبيض', '| 2 black cat | 1 white dog'],
  ['একটি কালো বিড়াল লাল সোফায় বসে আছে', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['দুটি সাদা ঘোড়া সমুদ্র সৈকতে দৌড়াচ্ছে', 'shore | 2 white horse run'],
  ['গ্রামে একটি নীল বাড়ি, কুয়াশা', 'village fog | blue house'],
  ['ایک کالی بلی سرخ صوفے پر بیٹھی ہے', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['رات کو بارش میں سڑک پر ایک سرخ گاڑی', 'street night rain | red car'],
  ['جھیل کے کنارے ایک نیلا گھر، خزاں، دھند', 'lake autumn fog | blue house'],
  ['Seekor kucing hitam duduk di atas sofa merah', 'room | 1 black cat sitting on:sofa | red sofa'],
  ['Dua kuda putih berlari di pantai saat matahari terbenam', 'shore sunset | 2 white horse run'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(Scene.safeParse(scene).error).toBeUndefined();
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
