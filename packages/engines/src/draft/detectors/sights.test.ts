import { readFile } from 'node:fs/promises';
import { decodeImage } from '@openimagine/media';
import { type Picture, seePicture } from '@openimagine/scene';
import { describe, expect, it } from 'vitest';
import { openDetectors } from './detectors.ts';

const photo = async (name: string): Promise<Picture> =>
  decodeImage(await readFile(new URL(`../../../../../examples/inputs/${name}`, import.meta.url)));

async function see(name: string) {
  const picture = await photo(name);
  const detectors = await openDetectors();
  return seePicture(picture, await detectors.detect(picture));
}

describe('what is seen in photos', () => {
  it('a lake has sky above and water below', async () => {
    const { regions, horizonY, height, isNight } = await see('lake.jpg');
    expect(Object.keys(regions)).toEqual(expect.arrayContaining(['sky', 'water']));
    expect(horizonY! / height).toBeGreaterThan(0.65);
    expect(isNight).toBe(false);
  });

  it('the milky way is a night full of stars', async () => {
    const { isNight, stars, regions } = await see('milky-way.jpg');
    expect(isNight).toBe(true);
    expect(stars.length).toBeGreaterThan(500);
    expect(regions.sky).toBeDefined();
  });

  it('a portrait has a person for its subject, and neither sky nor water', async () => {
    const { regions, subjectLabel } = await see('astronaut.jpg');
    expect(subjectLabel).toBe('person');
    expect(Object.keys(regions).sort()).toEqual(['people', 'subject']);
  });

  it.each([
    ['kitten.jpg', 'cat'],
    ['duck.jpg', 'bird'],
    ['coffee.jpg', 'cup'],
    ['drawn-sofa.jpg', 'couch'],
  ])('%s is about a %s, without a sky', async (name, label) => {
    const { regions, subjectLabel } = await see(name);
    expect(subjectLabel).toBe(label);
    expect(regions.sky).toBeUndefined();
  });

  it('a screenshot is flat', async () => {
    expect((await see('screenshot.png')).isFlat).toBe(true);
  });
});
