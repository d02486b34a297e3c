import { expect, test } from 'vitest';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest } from './test-lexicon.ts';

const PROMPTS: readonly (readonly [prompt: string, notation: string])[] = [
  [
    '한복을 입은 여자가 벚꽃나무 아래 서 있고, 하얀 고양이 두 마리가 옆에 앉아 있다, 봄날 아침',
    'morning spring | person standing | 2 white cat sitting | tree',
  ],
  [
    '빨간 자전거를 타는 소녀와 강아지 세 마리, 해질녘 바닷가',
    'shore dusk | person riding:bicycle | red bicycle | 3 dog',
  ],
  ['우주비행사가 달에서 기타를 연주하는 장면', 'planet | person holding:guitar | guitar'],
  ['푸른 바다 위를 나는 갈매기들, 등대가 있는 절벽', 'shore | lighthouse'],
  ['두 명의 기사가 다리 위에서 싸우고 있다', '| 2 person fighting on:bridge | bridge'],
  ['লাল শাড়ি পরা একটি মেয়ে হাঁটছে, আকাশে মেঘ', '| person walk sari | cloud @top'],
  ['দুটি সাদা বিড়াল একটি নীল সোফায় বসে আছে', 'room | 2 white cat sitting on:sofa | blue sofa'],
  ['এক বৃদ্ধ লোক নদীর ধারে বসে মাছ ধরছে, পিছনে নারকেল গাছ, সূর্যাস্ত', 'river sunset | person sitting | tree @background'],
  ['সমুদ্রের ধারে তিনটি শিশু ঘুড়ি ওড়াচ্ছে', 'shore | 3 person'],
  ['دو سفید گھوڑے ساحل پر دوڑ رہے ہیں، غروب آفتاب', 'shore sunset | 2 white horse run'],
  ['سرخ قالین پر ایک کالی بلی سو رہی ہے', '| black cat lying'],
  ['ایک بڑا ڈریگن قلعے کے اوپر اڑ رہا ہے، طوفان', 'castle storm | dragon fly'],
  ['Ein Zug fährt durch ein Tal, die Kamera folgt dem Zug, leise Klaviermusik', 'track +music | 1 train'],
  [
    'Seorang gadis kecil memakai payung merah berjalan di jalan kota saat hujan malam hari',
    'street night rain | person walk holding:umbrella',
  ],
  ['Um robô velho sentado em um banco de praça', '| robot sitting on:streetThing'],
  ['Un train traverse un pont de pierre, la caméra le suit', 'track | train on:bridge'],
];

test.each(PROMPTS)('reads: %s', (prompt, notation) => {
  const scene = readForTest(prompt);
  expect(missingFrom(scene, notation), describeScene(scene)).toEqual([]);
});
