import type { Mesh } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { meshBounds, triangleCount } from '../model/mesh.ts';
import { createRandom } from '../random.ts';
import { SceneActor } from '../scene.ts';
import type { Actor, ActorContext, ActorModel, ActorPose } from './actor.ts';
import { ball } from './ball.ts';
import { bird } from './bird.ts';
import { TRIANGLE_BUDGETS } from './budget.ts';
import { cat } from './cat.ts';
import { dog } from './dog.ts';
import { dragon } from './dragon.ts';
import { fish } from './fish.ts';
import { fox } from './fox.ts';
import { horse } from './horse.ts';
import { livingModels } from './living-models.ts';
import { person } from './person.ts';
import { bendLimb, footAt } from './rig.ts';
import { robot } from './robot.ts';
import { turtle } from './turtle.ts';
import { umbrella } from './umbrella.ts';

const MODELS: Readonly<Record<string, ActorModel>> = {
  ...livingModels,
  ball,
  bird,
  cat,
  dog,
  dragon,
  fish,
  fox,
  horse,
  person,
  robot,
  turtle,
  umbrella,
};
const WORDS: readonly (readonly [kind: string, word: string])[] = [
  ...Object.keys(MODELS).map((kind) => [kind, kind] as const),
  ['ball', 'football'],
  ['bird', 'owl'],
  ['bird', 'penguin'],
  ['bird', 'flamingo'],
  ['dog', 'corgi'],
  ['fish', 'shark'],
  ['fish', 'jellyfish'],
  ['fish', 'octopus'],
  ['horse', 'elephant'],
  ['horse', 'unicorn'],
  ['person', 'knight'],
  ['person', 'girl'],
  ['person', 'detective'],
  ['person', 'astronaut'],
  ['person', 'superhero'],
  ['person', 'wizard'],
  ['person', 'samurai'],
  ['person', 'skeleton'],
  ['person', 'angel'],
  ['person', 'violinist'],
  ['bear', 'polar bear'],
  ['leopard', 'cheetah'],
  ['dinosaur', 'brachiosaurus'],
  ['dinosaur', 'triceratops'],
  ['dinosaur', 'stegosaurus'],
  ['dinosaur', 'ankylosaurus'],
  ['bird', 'phoenix'],
  ['bird', 'pterodactyl'],
  ['bird', 'hummingbird'],
  ['raccoon', 'red panda'],
  ['raccoon', 'koala'],
  ['raccoon', 'otter'],
  ['beetle', 'ladybug'],
  ['beetle', 'dragonfly'],
  ['cat', 'siamese'],
  ['mermaid', 'merman'],
  ['monkey', 'gorilla'],
];
const MOTIONS = ['idle', 'still', 'walk', 'run', 'fly', 'swim', 'float', 'jump', 'dance', 'wave', 'spin'] as const;

type Ask = Partial<SceneActor> & { readonly detail?: ActorContext['detail']; readonly seed?: number };

function build(kind: string, word: string, { detail = 'normal', seed = 1, ...ask }: Ask = {}): Actor {
  const actor = SceneActor.parse({ id: `${kind}-1`, kind, word, ...ask });
  return MODELS[kind]!.build({
    actor,
    copy: 0,
    random: createRandom(seed),
    assets: {
      paintText: () => {
        throw new Error('creatures need no words painted');
      },
      thing: () => undefined,
    },
    isNight: false,
    detail,
    durationSeconds: 8,
  });
}

const usual = new Map<string, Actor>();

/** One that does nothing special, built once for all who ask: its poses depend on their time alone. */
function usualOf(kind: string, word: string, detail: ActorContext['detail'] = 'normal'): Actor {
  const key = `${kind} ${word} ${detail}`;
  const actor = usual.get(key) ?? build(kind, word, { detail });
  usual.set(key, actor);
  return actor;
}

const STILL = { distance: 0, speed: 0 };
const spent = ({ parts }: ActorPose): number => parts.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
const extent = ({ parts }: ActorPose): { low: number; high: number; side: number; depth: number } => {
  const boxes = parts.map(({ mesh, matrix }) => meshBounds(mesh, matrix as Float32Array));
  return {
    low: Math.min(...boxes.map(({ min }) => min[1])),
    high: Math.max(...boxes.map(({ max }) => max[1])),
    side: Math.max(...boxes.flatMap(({ min, max }) => [-min[0], max[0]])),
    depth: Math.max(...boxes.map(({ max }) => max[2])) - Math.min(...boxes.map(({ min }) => min[2])),
  };
};

describe('creatures', () => {
  it.each(WORDS)('%s (%s) is finite in every pose, motion and detail', (kind, word) => {
    const meshes = new Set<Mesh>();
    const asks: readonly Ask[] = [
      ...MOTIONS.map((motion): Ask => ({ motion: { kind: motion, speed: 1 } })),
      ...(['sitting', 'lying', 'flying', 'fighting'] as const).map((pose): Ask => ({ pose })),
    ];
    for (const ask of asks) {
      const actor = build(kind, word, { ...ask, detail: 'far', says: 'Hello' });
      for (const seconds of [0, 0.9, 5.3]) {
        const shown = actor.poseAt(seconds, { distance: seconds * 1.3, speed: 1.3 });
        expect(shown.parts.length).toBeGreaterThan(0);
        for (const { mesh, matrix } of shown.parts) {
          meshes.add(mesh);
          if (!Array.from(matrix).every(Number.isFinite)) throw new Error(`${kind}: a part has no place`);
        }
      }
    }
    for (const mesh of meshes) {
      expect(mesh.positions.every(Number.isFinite)).toBe(true);
      expect(mesh.indices.every((index) => index < mesh.positions.length / 3)).toBe(true);
      expect(mesh.colors.length).toBe((mesh.positions.length / 3) * 4);
    }
  });

  it.each(WORDS)('%s (%s) keeps to its triangles', (kind, word) => {
    for (const detail of ['hero', 'normal', 'far'] as const) {
      // Many small parts cannot all be thinned to nothing: far ones may take up to three times their share.
      const limit = TRIANGLE_BUDGETS[detail] * (detail === 'far' ? 3 : 1.02);
      expect(spent(usualOf(kind, word, detail).poseAt(0.3, STILL))).toBeLessThanOrEqual(limit);
    }
  });

  it.each(WORDS)('%s (%s) stays within its bounds', (kind, word) => {
    const actor = usualOf(kind, word);
    for (let seconds = 0; seconds < 8; seconds += 0.73) {
      const { high, side, depth } = extent(actor.poseAt(seconds, STILL));
      expect(high).toBeLessThan(actor.bounds.height * 1.12);
      expect(side).toBeLessThan((actor.bounds.width / 2) * 1.2);
      expect(depth).toBeLessThan(actor.bounds.depth * 1.15);
    }
  });

  it.each(WORDS)('%s (%s) shows the same at the same time, whatever was asked before', (kind, word) => {
    const travel = { distance: 2.2, speed: 1 };
    const fresh = build(kind, word, { motion: { kind: 'walk', speed: 1 } });
    const used = build(kind, word, { motion: { kind: 'walk', speed: 1 } });
    for (const seconds of [7, 0.1, 3]) used.poseAt(seconds, { distance: seconds, speed: 2 });
    const matrices = ({ parts }: ActorPose): number[][] => parts.map(({ matrix }) => Array.from(matrix));
    expect(matrices(used.poseAt(2.4, travel))).toEqual(matrices(fresh.poseAt(2.4, travel)));
  });

  const AFLOAT = ['fish', 'dolphin', 'jellyfish', 'octopus', 'shark', 'whale', 'bee', 'ghost'];
  const standing = WORDS.filter(
    ([kind, word]) => ![...AFLOAT, 'turtle', 'umbrella', 'butterfly'].includes(kind) && word !== 'bird',
  );
  it.each(standing)('%s (%s) stands on the ground', (kind, word) => {
    const actor = usualOf(kind, word, 'hero');
    for (const seconds of [0, 1.7, 4.4]) {
      const { low } = extent(actor.poseAt(seconds, STILL));
      expect(Math.abs(low)).toBeLessThan(0.0101);
    }
  });

  it('size scales everything', () => {
    const one = build('cat', 'cat').bounds;
    const two = build('cat', 'cat', { size: 2 }).bounds;
    expect(two.height / one.height).toBeCloseTo(2, 2);
  });

  it('a colour in the prompt is the colour of the fur', () => {
    const mean = (color: string): number[] => {
      const { parts } = build('cat', 'cat', { color }).poseAt(0, STILL);
      const { colors } = parts[0]!.mesh;
      const sums = [0, 0, 0];
      for (let i = 0; i < colors.length; i += 4) for (let c = 0; c < 3; c++) sums[c] = sums[c]! + colors[i + c]!;
      return sums.map((sum) => sum / (colors.length / 4));
    };
    const [red, , blue] = mean('#ff8800') as [number, number, number];
    expect(red - blue).toBeGreaterThan(80);
    expect(Math.max(...mean('#000000'))).toBeLessThan(40);
  });

  it('a robot moves its mouth of light while its words are heard, and not before or after', () => {
    const silent = build('robot', 'robot').poseAt(1, STILL).parts.length;
    const speaker = build('robot', 'robot', { says: 'Hello, world' });
    const counts = [0.1, 0.7, 0.95, 1.2, 6].map((seconds) => speaker.poseAt(seconds, STILL).parts.length);
    expect(counts[0]).toBe(silent);
    expect(counts.at(-1)).toBe(silent);
    expect(Math.max(...counts)).toBeGreaterThan(silent);
  });

  it('a dragon that fights breathes fire', () => {
    expect(build('dragon', 'dragon').poseAt(1, STILL).sprites).toBeUndefined();
    const { sprites, lights } = build('dragon', 'dragon', { pose: 'fighting' }).poseAt(1, STILL);
    expect(sprites?.[0]?.count).toBeGreaterThan(20);
    expect(lights?.length).toBe(1);
  });

  it('a rider sits with the saddle at the origin', () => {
    const rider = build('person', 'girl', { relation: { kind: 'riding', to: 'bicycle-1' } });
    const { low, high } = extent(rider.poseAt(1, { distance: 3, speed: 3 }));
    expect(low).toBeLessThan(-0.3);
    expect(high).toBeGreaterThan(0.5);
  });
});

describe('gaits', () => {
  it('a foot on the ground moves back as fast as the body moves forward', () => {
    const step = { stride: 1.2, duty: 0.6, lift: 0.1 };
    const phases = [0.05, 0.2, 0.4, 0.55];
    const places = phases.map((phase) => footAt(phase, step));
    for (const { y } of places) expect(y).toBe(0);
    for (let i = 1; i < phases.length; i++) {
      expect(places[i - 1]!.z - places[i]!.z).toBeCloseTo((phases[i]! - phases[i - 1]!) * step.stride, 9);
    }
    expect(footAt(0.8, step).y).toBeGreaterThan(0.05);
  });

  it('a bent limb ends where it should', () => {
    for (const end of [
      { y: -0.6, z: 0.1 },
      { y: -0.4, z: -0.3 },
    ]) {
      for (const bend of [1, -1] as const) {
        const [top, middle] = bendLimb(end, [0.4, 0.35], bend);
        const y = -0.4 * Math.cos(top) - 0.35 * Math.cos(top + middle);
        const z = -0.4 * Math.sin(top) - 0.35 * Math.sin(top + middle);
        expect(y).toBeCloseTo(end.y, 6);
        expect(z).toBeCloseTo(end.z, 6);
      }
    }
  });
});
