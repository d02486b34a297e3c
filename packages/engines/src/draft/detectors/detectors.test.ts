import { readFile } from 'node:fs/promises';
import { decodeImage } from '@openimagine/media';
import type { Picture } from '@openimagine/scene';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Detectors, openDetectors } from './detectors.ts';

const photo = async (name: string): Promise<Picture> =>
  decodeImage(await readFile(new URL(`../../../../../examples/inputs/${name}`, import.meta.url)));

describe('the detectors', () => {
  let detectors: Detectors;
  beforeAll(async () => {
    detectors = await openDetectors();
  });

  it('find the face, the body and the person of a portrait', async () => {
    const { faces, bodies, things } = await detectors.detect(await photo('astronaut.jpg'));
    expect(faces).toHaveLength(1);
    const [face] = faces;
    expect(face!.mesh.length).toBe(478 * 3);
    // Where her face is in the picture.
    expect(face!.box.x + face!.box.width / 2).toBeGreaterThan(200);
    expect(face!.box.x + face!.box.width / 2).toBeLessThan(250);
    expect(Math.abs(face!.yaw)).toBeLessThan(0.3);
    expect(bodies[0]?.points).toMatchObject({ leftShoulder: {}, rightShoulder: {} });
    expect(things.map(({ label }) => label)).toContain('person');
  });

  it.each([
    ['coffee.jpg', 'cup'],
    ['duck.jpg', 'bird'],
    ['kitten.jpg', 'cat'],
    ['drawn-sofa.jpg', 'couch'],
  ])('find in %s a %s, and no human face', async (name, label) => {
    const { faces, things } = await detectors.detect(await photo(name));
    expect(things.map((thing) => thing.label)).toContain(label);
    expect(faces).toEqual([]);
  });

  it('find nothing where nothing is, and only what is asked for', async () => {
    expect(await detectors.detect(await photo('lake.jpg'))).toMatchObject({ faces: [], things: [] });
    expect(await detectors.detect(await photo('coffee.jpg'), { faces: true })).toEqual({
      faces: [],
      bodies: [],
      things: [],
    });
    const pixel = { width: 1, height: 1, rgba: new Uint8Array([200, 0, 0, 255]) };
    expect((await detectors.detect(pixel)).faces).toEqual([]);
  });

  it('judge each picture on its own', async () => {
    const portrait = await photo('admiral.jpg');
    const first = await detectors.detect(portrait);
    await detectors.detect(await photo('cat.jpg'));
    expect(await detectors.detect(portrait)).toEqual(first);
  });

  it('follow a face that has moved', async () => {
    const portrait = await photo('astronaut.jpg');
    const [face] = (await detectors.detect(portrait)).faces;
    const moved = { ...portrait, rgba: new Uint8Array(portrait.rgba.length).fill(255) };
    const shift = 20;
    for (let y = 0; y < portrait.height; y++) {
      const row = y * portrait.width * 4;
      moved.rgba.set(portrait.rgba.subarray(row, row + (portrait.width - shift) * 4), row + shift * 4);
    }
    const found = await detectors.followFace(moved, face!);
    // The tip of the nose.
    expect(found!.mesh[3]! - face!.mesh[3]!).toBeGreaterThan(shift - 4);
    expect(found!.mesh[3]! - face!.mesh[3]!).toBeLessThan(shift + 4);
  });
});
