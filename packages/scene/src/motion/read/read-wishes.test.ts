import { describe, expect, it } from 'vitest';
import { readWishes } from './read-wishes.ts';

/** What a prompt is read as: elements, then `@` and the camera's move, then `>` and where the subject goes. */
const TABLE: readonly (readonly [string, string])[] = [
  ['Generate a slow and serene time-lapse of the stars moving', 'stars'],
  ['The clouds drift slowly and the water ripples, camera pushes in', 'clouds water @pushIn'],
  ['She smiles and looks to the left as her hair moves in the wind', 'wind'],
  ['star trails over the desert', 'stars trails'],
  ['a shooting star crosses the night', 'meteors'],
  ['Northern lights dance above the hills', 'aurora'],
  ['waves crash on the shore, the camera pulls back', 'waves @pullOut'],
  ['the waterfall cascades down', 'waterfall'],
  ['the grass and the trees sway in a gentle breeze', 'foliage wind'],
  ['heavy rain with lightning', 'rain lightning'],
  ['rain on a rainbow', 'rain'],
  ['snow falls softly while the camera pans to the left', 'snow @panLeft'],
  ['no rain, just fog', 'fog'],
  ['the water stays still and the clouds move', 'clouds'],
  ['without any snow', ''],
  ['cherry blossom petals drift by', 'petals'],
  ['autumn leaves fall', 'leaves'],
  ['embers rise from the campfire', 'embers fire'],
  ['dust motes float in the sunbeams', 'dust rays'],
  ['fireflies glow at dusk', 'fireflies'],
  ['the candle flickers', 'fire'],
  ['neon signs flicker', 'lights'],
  ['steam rises from the cup', 'steam'],
  ['smoke curls out of the chimney', 'smoke'],
  ['the sun sets over the bay', 'sunset'],
  ['day turns to night', 'nightfall'],
  ['static camera, clouds', 'clouds @still'],
  ['no camera movement', '@still'],
  ['slow zoom in on the house', '@pushIn'],
  ['zoom out', '@pullOut'],
  ['the camera orbits the statue', '@orbitRight'],
  ['crane up over the rooftops', '@craneUp'],
  ['tilt down', '@tiltDown'],
  ['handheld footage', '@handheld'],
  ['drone flies forward', '@pushIn'],
  ['The car drives off to the left', '>leave left'],
  ['The rocket launches', '>rise up'],
  ['the dog walks away', '>leave right'],
  ['Die Sterne drehen sich langsam im Zeitraffer', 'stars'],
  ['Die Wolken ziehen vorbei, die Kamera schwenkt nach rechts', 'clouds @panRight'],
  ['Schnee fällt und Nebel zieht auf', 'snow fog'],
  ['ohne Regen', ''],
  ['Les nuages passent et la mer ondule, zoom avant', 'clouds water @pushIn'],
  ['La pluie tombe doucement', 'rain'],
  ['Las nubes se mueven, la cámara se aleja', 'clouds @pullOut'],
  ['Las hojas caen con el viento', 'wind leaves'],
  ['Le stelle ruotano nel cielo notturno', 'stars'],
  ['La neve cade, le nuvole scorrono', 'snow clouds'],
  ['As ondas quebram na praia', 'waves'],
  ['As nuvens passam devagar', 'clouds'],
  ['Медленно плывут облака, идёт снег', 'clouds snow'],
  ['Звёзды вращаются', 'stars'],
  ['星がゆっくり動くタイムラプス', 'stars'],
  ['雲が流れる、カメラが近づく', 'clouds @pushIn'],
  ['雨が降る、桜の花びらが舞う', 'rain petals'],
  ['云在飘动,湖水泛起涟漪,镜头推近', 'clouds water @pushIn'],
  ['下雪', 'snow'],
  ['별이 움직이는 타임랩스', 'stars'],
  ['구름이 천천히 흐른다, 카메라 고정', 'clouds @still'],
  ['slow orbit to the left around the temple', '@orbitLeft'],
  ['The water falls over the rocks', 'waterfall'],
  ['the woman waves', ''],
  ['she waves while waves roll onto the beach', 'waves'],
  ['make it look nice', ''],
  ['', ''],
];

function spell(prompt: string): string {
  const { elements, camera, subject } = readWishes(prompt);
  const parts: string[] = elements.map(({ element }) => element);
  if (camera) parts.push(`@${camera.move}`);
  if (subject) parts.push(`>${subject.move} ${subject.direction}`);
  return parts.join(' ');
}

describe('reading what shall move', () => {
  it.each(TABLE)('%s', (prompt, wishes) => {
    expect(spell(prompt)).toBe(wishes);
  });

  it('hears how fast', () => {
    expect(readWishes('clouds drift slowly').elements[0]!.speed).toBeLessThan(1);
    expect(readWishes('clouds drift').elements[0]!.speed).toBe(1);
    expect(readWishes('clouds race quickly').elements[0]!.speed).toBeGreaterThan(1);
  });

  it('knows a time-lapse, slow motion and what is cinematic', () => {
    expect(readWishes('Zeitraffer der Wolken').isTimeLapse).toBe(true);
    expect(readWishes('snow in slow motion').isSlowMotion).toBe(true);
    expect(readWishes('cinematic shot').isCinematic).toBe(true);
  });

  it.each([
    ['The old red car slowly drives off to the left', 'car'],
    ['the dog runs away', 'dog'],
    ['it is night, then a rocket suddenly launches', 'rocket'],
    ['it drives off', undefined],
    ['launch', undefined],
  ])('hears who goes: %s', (prompt, name) => {
    expect(readWishes(prompt).subject?.name).toBe(name);
  });

  it('keeps what shall stay as it is', () => {
    expect([...readWishes('the water is still').still]).toEqual(['water']);
  });

  it('reads any string', () => {
    for (const text of ['\ud800', '\u0000', 'a'.repeat(20_000), '、。', '(((', '$_$'])
      expect(readWishes(text).elements).toEqual([]);
  });
});
