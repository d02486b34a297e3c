import { readFileSync } from 'node:fs';
import { compileKernel, createRenderer, type Instance, kernelUrl, type Material } from '@openimagine/render';
import { expect, it } from 'vitest';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, softStep, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationY, rotationZ, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { createRandom } from '../random.ts';
import { SceneActor } from '../scene.ts';
import type { Actor, ActorModel } from './actor.ts';
import { ANIMAL_EYE, addEyes } from './eyes.ts';
import { ball, blinkAt, collectParts, edgeFactor, finishActor, limb, poseOf, rootOf, SHELL, seedOf } from './rig.ts';

// example
/** A tadpole: a round head with eyes, and a tail that beats faster the faster it goes. */
const tadpole: ActorModel = {
  gaits: { swim: 0.4, float: 0.1 },
  build(context) {
    const { actor, detail } = context;
    const color = toSrgb(actor.color ?? '#4a5a38');
    const seed = seedOf(context) % 997;
    const key = `tadpole/${detail}/${toHex(color)}`;
    const body = cachedMesh(`${key}/body`, () =>
      paint(smoothBlob([ball([0, 0, 0], [0.05, 0.042, 0.06])], 0.01 * edgeFactor(detail)), (_x, _y, _z, normal) =>
        mixColors('#e4e2b8', color, softStep(-0.6, 0.1, normal[1])),
      ),
    );
    const fin = cachedMesh(`${key}/fin`, () =>
      smoothBlob([limb([0, 0, 0], [0, 0, -0.07], [0.018, 0.01])], 0.009 * edgeFactor(detail), { color }),
    );
    return finishActor(context, (seconds, { distance }) => {
      const pose = collectParts(rootOf(actor.size, 0.042));
      const beat = seconds * 3 + distance * 30 + seed;
      const head = rotationZ(0.06 * Math.sin(beat));
      pose.add(body, SHELL, head);
      let tail = multiply(head, translation(0, 0, -0.045));
      for (let link = 0; link < 3; link++) {
        tail = multiply(tail, rotationY(0.35 * Math.sin(beat - link)));
        pose.add(fin, SHELL, tail);
        tail = multiply(tail, translation(0, 0, -0.06));
      }
      const eyes = { look: ANIMAL_EYE, at: [0.03, 0.02, 0.036], radius: 0.011, outward: 0.6 } as const;
      addEyes(pose, head, eyes, { closed: blinkAt(seconds, seed), detail });
      return poseOf(pose);
    });
  },
};
// end of example

const SIDE = 96;

function build(): Actor {
  return tadpole.build({
    actor: SceneActor.parse({ id: 'tadpole-1', kind: 'fish', word: 'tadpole' }),
    copy: 0,
    random: createRandom(1),
    assets: {
      paintText: () => {
        throw new Error('a tadpole bears no words');
      },
      thing: () => undefined,
    },
    isNight: false,
    detail: 'hero',
    durationSeconds: 4,
  });
}

it('the page shows the code of this test', () => {
  const page = readFileSync(new URL('../../../../docs/draft-engine/adding-an-actor.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL(import.meta.url), 'utf8');
  const example = /\/\/ example\n([\s\S]*?)\n\/\/ end of example/.exec(source)?.[1];
  const shown = /```ts\n([\s\S]*?)\n\n(\/\*\* A tadpole[\s\S]*?)\n```/.exec(page);
  expect(shown?.[2]?.replace('export const tadpole', 'const tadpole')).toBe(example);
  const namesOf = (text: string): string[] =>
    [...text.matchAll(/^import (?:type )?\{ (.*) \} from '(\..*)';$/gm)].flatMap(([, names = '', file = '']) =>
      names.split(', ').map((name) => `${name.replace('type ', '')} from ${file}`),
    );
  const imported = new Set(namesOf(source));
  const told = namesOf(shown?.[1] ?? '');
  expect(told.length).toBeGreaterThan(10);
  expect(told.filter((name) => !imported.has(name))).toEqual([]);
});

it('the example is seen from four sides, and moves', async () => {
  const kernel = await compileKernel(Uint8Array.from(readFileSync(kernelUrl)));
  const renderer = createRenderer({ kernel, width: SIDE, height: SIDE, samples: 1 });
  const actor = build();
  const shots = [0, 1, 2, 3].map((side) => {
    const { parts } = actor.poseAt(side * 0.4, { distance: 0, speed: 0 });
    const materials: Material[] = parts.map(({ material }) => material);
    const instances: Instance[] = parts.map((part, material) => ({ ...part, material }));
    const angle = (side * Math.PI) / 2;
    const black = [0, 0, 0] as const;
    const { rgba } = renderer.render(
      {
        camera: {
          position: [Math.sin(angle) * 0.6, 0.15, Math.cos(angle) * 0.6],
          target: [0, 0.06, 0],
          verticalFovDegrees: 30,
          near: 0.05,
        },
        materials,
        instances,
        sun: { direction: [0.4, 1, 0.6], color: [2, 2, 2] },
        ambient: { up: [0.6, 0.6, 0.6], down: [0.4, 0.4, 0.4] },
        lights: [],
        sky: { zenith: black, horizon: black, ground: black },
        fog: { color: black, density: 0, heightFalloff: 0 },
        sprites: [],
        grade: {},
        style: 'natural',
        seconds: 0,
      },
      1,
    );
    return rgba.slice();
  });
  renderer.dispose();
  for (const rgba of shots) {
    let lit = 0;
    for (let i = 0; i < rgba.length; i += 4) if (rgba[i]! + rgba[i + 1]! > 40) lit++;
    expect(lit).toBeGreaterThan(SIDE * SIDE * 0.04);
    expect(lit).toBeLessThan(SIDE * SIDE * 0.6);
  }
  const tails = [0, 0.5].map((seconds) =>
    Array.from(actor.poseAt(seconds, { distance: 0, speed: 0 }).parts[3]!.matrix),
  );
  expect(tails[0]).not.toEqual(tails[1]);
});
