import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import type { Scene } from '../scene.ts';
import { setModels } from '../sets/all-sets.ts';
import { castActors } from './cast.ts';
import { placeAll } from './place-all.ts';
import { stageScene } from './stage-scene.ts';
import { ASPECTS, assets, options, sceneOf } from './test-stage.ts';
import { createPath } from './travel.ts';
import { boxCorners, project } from './view.ts';

function framed(scene: Scene, aspect = 16 / 9) {
  const size = options(Math.round(720 * aspect), 720);
  const random = createRandom(size.seed);
  const set = setModels[scene.set].build({ scene, random: random.fork('set'), assets, durationSeconds: 8, aspect });
  const troops = castActors(scene, scene.actors, size, random.fork('cast'));
  const frame = placeAll(troops, { scene, set, aspect, random: random.fork('place'), durationSeconds: 8 });
  return { ...frame, set };
}

/** The lowest and the highest point of the first actor's box in the picture, −1 … 1. */
function spanOf(scene: Scene, aspect?: number): [low: number, high: number] {
  const { placed, view } = framed(scene, aspect);
  const [first] = placed;
  const { width, height, depth } = first!.built.bounds;
  const ys = boxCorners(first!.position, width, height, depth).map((corner) => project(view, corner)[1]);
  return [Math.min(...ys), Math.max(...ys)];
}

describe('how a subject fills the picture', () => {
  for (const aspect of ASPECTS) {
    it(`somebody alone takes a good half of the height at ${aspect.toFixed(2)} : 1`, () => {
      const [low, high] = spanOf(sceneOf({ set: 'field', actors: [{ kind: 'person', isSubject: true }] }), aspect);
      expect((high - low) / 2).toBeGreaterThan(aspect < 0.7 ? 0.4 : 0.55);
      expect((high - low) / 2).toBeLessThan(0.75);
    });
  }

  it('who is under a moon stands on the ground before the camera', () => {
    const scene = sceneOf({
      set: 'skyline',
      setDetails: ['rooftop'],
      time: 'night',
      actors: [
        { id: 'cat', kind: 'cat', isSubject: true, relation: { kind: 'under', to: 'moon' } },
        { id: 'moon', kind: 'moon' },
      ],
    });
    const cat = framed(scene).placed.find(({ actor }) => actor.kind === 'cat')!;
    expect(cat.layer).toBe('main');
    expect(cat.position[1]).toBe(0);
    const [low, high] = spanOf(scene);
    expect((high - low) / 2).toBeGreaterThan(0.3);
  });

  it('a cat under a tree takes a sixth of the height, below a crown that is seen', () => {
    const scene = sceneOf({
      set: 'field',
      actors: [
        { id: 'cat', kind: 'cat', pose: 'lying', isSubject: true, relation: { kind: 'under', to: 'tree' } },
        { id: 'tree', kind: 'tree' },
      ],
    });
    const { placed, view } = framed(scene);
    const cat = placed.find(({ actor }) => actor.kind === 'cat')!;
    const { width, height, depth } = cat.built.bounds;
    const ys = boxCorners(cat.position, width, height, depth).map((corner) => project(view, corner)[1]);
    expect((Math.max(...ys) - Math.min(...ys)) / 2).toBeGreaterThan(1 / 6);
    const tree = placed.find(({ actor }) => actor.kind === 'tree')!;
    expect(tree.built.bounds.height * tree.scale).toBeLessThan(4);
  });

  it('what floats in a tub is looked down at, from above its rim', () => {
    const scene = sceneOf({
      set: 'bathroom',
      actors: [
        { id: 'duck', kind: 'duck', count: 5, size: 0.5, isSubject: true, relation: { kind: 'inside', to: 'tub' } },
        { id: 'tub', kind: 'furnishing', word: 'bathtub' },
      ],
    });
    const { placed, view } = framed(scene);
    const ducks = placed.filter(({ actor }) => actor.kind === 'duck');
    expect(ducks.every(({ position }) => position[1] > 0.4)).toBe(true);
    expect(view.forward[1]).toBeLessThan(-0.3);
  });

  it('a close-up shows the face above the shoulders, not the feet', () => {
    const scene = sceneOf({
      set: 'street',
      camera: { shot: 'close', move: 'still', speed: 1 },
      actors: [{ kind: 'person', isSubject: true }],
    });
    const [low, high] = spanOf(scene);
    expect(low).toBeLessThan(-1.2);
    expect(high).toBeLessThan(1);
    expect(high).toBeGreaterThan(0.5);
  });

  it('who speaks comes nearer than who only stands', () => {
    const standing = spanOf(sceneOf({ set: 'studio', actors: [{ kind: 'robot', isSubject: true }] }));
    const speaking = spanOf(sceneOf({ set: 'studio', actors: [{ kind: 'robot', isSubject: true, says: 'Hello' }] }));
    expect(speaking[1] - speaking[0]).toBeGreaterThan(standing[1] - standing[0]);
  });

  it('balloons of one flight differ in height and in distance', () => {
    const { placed } = framed(
      sceneOf({
        set: 'desert',
        actors: [{ kind: 'balloon', count: 5, isSubject: true, motion: { kind: 'float', speed: 1 } }],
      }),
    );
    for (const axis of [1, 2] as const) {
      const values = placed.map((item) => item.position[axis]);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(placed[0]!.built.bounds.height * 0.4);
    }
  });
});

describe('who is busy with a bed or a flock', () => {
  const tends = (kind: 'flower' | 'penguin') =>
    framed(
      sceneOf({
        set: 'garden',
        actors: [
          {
            id: 'robot',
            kind: 'robot',
            isSubject: true,
            attributes: ['watering'],
            does: 'water',
            relation: { kind: 'nextTo', to: 'bed' },
          },
          { id: 'bed', kind, count: 7 },
        ],
      }),
    ).placed;

  for (const kind of ['flower', 'penguin'] as const)
    it(`stands beside the ${kind}s, not among them`, () => {
      const placed = tends(kind);
      const xs = placed.filter(({ actor }) => actor.id === 'bed').map(({ position }) => position[0]);
      const [x] = placed.find(({ actor }) => actor.id === 'robot')!.position;
      expect(x < Math.min(...xs) || x > Math.max(...xs)).toBe(true);
    });

  it('is not lost beside a hedge of flowers', () => {
    const placed = tends('flower');
    const xs = placed.filter(({ actor }) => actor.id === 'bed').map(({ position }) => position[0]);
    const { width } = placed.find(({ actor }) => actor.id === 'bed')!.built.bounds;
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(width * 3.2);
  });
});

describe('where a lonely subject stands', () => {
  const middleOf = (part: Parameters<typeof sceneOf>[0], aspect?: number): number => {
    const { placed, view } = framed(sceneOf({ actors: [{ kind: 'horse', isSubject: true }], ...part }), aspect);
    return project(view, placed[0]!.position)[0];
  };

  it('beside the middle of a wide land, with room before it', () => {
    const { placed } = framed(sceneOf({ set: 'field', actors: [{ kind: 'horse', isSubject: true }] }));
    const x = middleOf({ set: 'field' });
    expect(Math.abs(x)).toBeGreaterThan(0.15);
    expect(Math.abs(x)).toBeLessThan(0.4);
    expect(Math.sign(x)).toBe(-Math.sign(placed[0]!.yaw));
  });

  it('in the middle of a street, a tall picture or a close-up', () => {
    expect(Math.abs(middleOf({ set: 'street' }))).toBeLessThan(0.12);
    expect(Math.abs(middleOf({ set: 'field' }, 9 / 16))).toBeLessThan(0.12);
  });
});

describe('where one looks', () => {
  const yawOf = (part: Partial<Scene['actors'][number]>, set: Scene['set'] = 'shore'): number =>
    Math.abs(framed(sceneOf({ set, actors: [{ kind: 'person', isSubject: true, ...part }] })).placed[0]!.yaw);

  it('who looks out over the sea is seen from behind', () => {
    expect(yawOf({ motion: { kind: 'idle', direction: 'away', speed: 1 } })).toBeGreaterThan(2);
    expect(yawOf({ does: 'gaze at' })).toBeGreaterThan(2);
  });

  it('who only stands, speaks or is in a room shows the face', () => {
    expect(yawOf({})).toBeLessThan(1);
    expect(yawOf({ does: 'gaze at', says: 'Hello' })).toBeLessThan(1);
    expect(yawOf({ does: 'gaze at' }, 'room')).toBeLessThan(1);
  });

  it('what flies has the land below it in the picture', () => {
    const scene = sceneOf({
      set: 'canyon',
      actors: [{ kind: 'eagle', isSubject: true, motion: { kind: 'fly', speed: 1 } }],
    });
    const [low] = spanOf(scene);
    expect(low).toBeGreaterThan(-0.4);
    const { view } = framed(scene);
    expect((view.target[1] - view.position[1]) / Math.abs(view.target[2] - view.position[2])).toBeLessThan(0.15);
  });

  it('a car keeps to its road', () => {
    const scene = sceneOf({
      set: 'road',
      actors: [{ kind: 'car', isSubject: true, motion: { kind: 'drive', speed: 1 } }],
    });
    const { placed, set, reach } = framed(scene);
    const path = createPath(placed[0]!, { scene, set, durationSeconds: 8, reach });
    for (const seconds of [0, 4, 8]) expect(Math.abs(path.at(seconds).offset[0])).toBeLessThan(1.5);
  });
});

describe('sun among trees', () => {
  const beamsOf = (part: Parameters<typeof sceneOf>[0]) =>
    stageScene(sceneOf({ actors: [{ kind: 'deer', isSubject: true }], ...part }), options(640, 360))
      .momentAt(4)
      .sprites.filter(({ shape, blend }) => shape === 'streak' && blend === 'add');

  it('a low sun stands behind a wood, and its beams are seen', () => {
    expect(beamsOf({ set: 'forest', time: 'golden' }).length).toBeGreaterThan(0);
    expect(beamsOf({ set: 'forest', time: 'day' })).toEqual([]);
  });

  it('beams that are asked for stand in any place', () => {
    expect(beamsOf({ set: 'hall', lightRays: true }).length).toBeGreaterThan(0);
  });
});

describe('how things go', () => {
  it('a herd runs one way', () => {
    const scene = sceneOf({
      set: 'desert',
      actors: [{ kind: 'horse', count: 6, isSubject: true, motion: { kind: 'run', speed: 1 } }],
    });
    const { placed, set, reach } = framed(scene);
    const headings = placed.map((item) => createPath(item, { scene, set, durationSeconds: 8, reach }).at(4).yaw);
    expect(new Set(headings).size).toBe(1);
  });

  it('a boat that drifts lies on the water', () => {
    const { placed, set } = framed(
      sceneOf({ set: 'shore', actors: [{ kind: 'boat', isSubject: true, motion: { kind: 'float', speed: 1 } }] }),
    );
    const [x, y, z] = placed[0]!.position;
    expect(y).toBeCloseTo(set.groundAt(x, z), 1);
  });

  it('a storm strikes several times in eight seconds, and each stroke is heard', () => {
    const stage = stageScene(sceneOf({ set: 'field', weather: 'storm' }), options(640, 360));
    const thunder = stage.cues.filter((cue) => cue.kind === 'thunder');
    expect(thunder.length).toBeGreaterThanOrEqual(3);
    for (const { startSeconds } of thunder) {
      const calm = stage.momentAt(startSeconds - 0.02).sky.zenith[2];
      expect(stage.momentAt(startSeconds + 0.03).sky.zenith[2]).toBeGreaterThan(calm);
    }
  });

  it('a rising camera never stops or turns back', () => {
    const stage = stageScene(
      sceneOf({ set: 'street', camera: { shot: 'wide', move: 'craneUp', speed: 1 } }),
      options(640, 360),
    );
    const heights = Array.from({ length: 33 }, (_, i) => stage.momentAt(i / 4).camera.position[1]);
    for (let i = 1; i < heights.length; i++) expect(heights[i]!).toBeGreaterThanOrEqual(heights[i - 1]!);
  });
});
