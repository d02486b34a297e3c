import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import type { Scene } from '../scene.ts';
import { setModels } from '../sets/all-sets.ts';
import { castActors, type Placed } from './cast.ts';
import { placeAll } from './place-all.ts';
import type { StageOptions } from './stage.ts';
import { stageScene } from './stage-scene.ts';
import { ASPECTS, assets, options, sceneOf } from './test-stage.ts';
import { boxCorners, project } from './view.ts';

interface PlacedView {
  readonly placed: readonly Placed[];
  /** Mean of the copies' middles across the picture, −1 … 1. */
  xOf(id: string): number;
  inFrame(placed: Placed): boolean;
  /** The share of the upper half of a member's box that nearer members cover at most. */
  hidden(placed: Placed): number;
}

/** Places the actors of a scene as the stage does. */
function placeOf(scene: Scene, aspect = 16 / 9): PlacedView {
  const size: StageOptions = options(Math.round(720 * aspect), 720);
  const random = createRandom(size.seed);
  const set = setModels[scene.set].build({ scene, random: random.fork('set'), assets, durationSeconds: 8, aspect });
  const troops = castActors(scene, scene.actors, size, random.fork('cast'));
  const { placed, view } = placeAll(troops, { scene, set, aspect, random: random.fork('place'), durationSeconds: 8 });
  type Box = readonly [left: number, bottom: number, right: number, top: number];
  const boxOf = (item: Placed, from = 0): [Box, number] => {
    const { width, height, depth } = item.built.bounds;
    const [x, y, z] = item.position;
    const points = boxCorners([x, y + height * from, z], width, height * (1 - from), depth * 0.5).map((corner) =>
      project(view, corner),
    );
    const xs = points.map((point) => point[0]);
    const ys = points.map((point) => point[1]);
    return [[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], project(view, item.position)[2]];
  };
  const headOf = (item: Placed): [Box, number] => boxOf(item, 0.5);
  const middle = (item: Placed): readonly [number, number, number] =>
    project(view, [item.position[0], item.position[1] + (item.built.bounds.height * item.scale) / 2, item.position[2]]);
  return {
    placed,
    xOf: (id) => {
      const own = placed.filter((item) => item.actor.id === id).map((item) => middle(item)[0]);
      return own.reduce((sum, x) => sum + x, 0) / own.length;
    },
    hidden(item) {
      const [ownBox, ownDepth] = headOf(item);
      const covers = placed
        .filter((other) => other !== item)
        .map((other) => {
          const [box, depth] = boxOf(other);
          if (depth >= ownDepth) return 0;
          const across = Math.min(box[2], ownBox[2]) - Math.max(box[0], ownBox[0]);
          const up = Math.min(box[3], ownBox[3]) - Math.max(box[1], ownBox[1]);
          return (Math.max(0, across) * Math.max(0, up)) / ((ownBox[2] - ownBox[0]) * (ownBox[3] - ownBox[1]));
        });
      return Math.max(0, ...covers);
    },
    inFrame(item) {
      const { width, height, depth } = item.built.bounds;
      const corners = boxCorners(item.position, width * item.scale, height * item.scale, depth * item.scale);
      return corners.every((corner) => {
        const [x, y, away] = project(view, corner);
        return away > 0 && Math.abs(x) <= 1.02 && Math.abs(y) <= 1.02;
      });
    },
  };
}

describe('what was asked is in the picture', () => {
  for (const aspect of ASPECTS) {
    for (const count of [1, 3, 5, 12]) {
      it(`${count} dogs at ${aspect.toFixed(2)} : 1 all stand inside the frame`, () => {
        const { placed, inFrame, hidden } = placeOf(
          sceneOf({ set: 'planet', actors: [{ count, isSubject: true }] }),
          aspect,
        );
        expect(placed).toHaveLength(count);
        expect(placed.filter(inFrame)).toHaveLength(count);
        for (const item of placed) expect(hidden(item)).toBeLessThan(0.7);
      });
    }

    it(`a subject, its background and its sky are inside the frame at ${aspect.toFixed(2)} : 1`, () => {
      const { placed, inFrame } = placeOf(
        sceneOf({
          set: 'planet',
          actors: [
            { kind: 'person', isSubject: true },
            { kind: 'castle', place: 'background' },
            { kind: 'balloon', count: 3, pose: 'flying' },
            { kind: 'tree', count: 2 },
          ],
        }),
        aspect,
      );
      expect(placed).toHaveLength(7);
      expect(placed.filter((item) => !inFrame(item)).map((item) => item.actor.id)).toEqual([]);
    });
  }

  it('copies of a crowd do not stand in one another', () => {
    const { placed } = placeOf(sceneOf({ actors: [{ count: 20 }] }));
    for (const a of placed) {
      for (const b of placed) {
        if (a === b) continue;
        const apart = Math.max(
          Math.abs(a.position[0] - b.position[0]) / a.built.bounds.width,
          Math.abs(a.position[2] - b.position[2]) / a.built.bounds.depth,
        );
        expect(apart).toBeGreaterThan(0.75);
      }
    }
  });
});

describe('relations', () => {
  const pair = (kind: 'leftOf' | 'rightOf'): Scene =>
    sceneOf({
      actors: [
        { id: 'car', kind: 'car', isSubject: true },
        { id: 'dog', relation: { kind, to: 'car' } },
      ],
    });

  it('left and right hold on the screen', () => {
    for (const aspect of ASPECTS) {
      const left = placeOf(pair('leftOf'), aspect);
      expect(left.xOf('dog')).toBeLessThan(left.xOf('car'));
      const right = placeOf(pair('rightOf'), aspect);
      expect(right.xOf('dog')).toBeGreaterThan(right.xOf('car'));
    }
  });

  it('who is on the sofa has its feet at the seats', () => {
    const { placed } = placeOf(
      sceneOf({
        set: 'room',
        actors: [
          { id: 'sofa', kind: 'sofa' },
          { id: 'cat', kind: 'cat', count: 3, relation: { kind: 'on', to: 'sofa' } },
        ],
      }),
    );
    const sofa = placed.find((item) => item.actor.id === 'sofa')!;
    const seat = sofa.position[1] + sofa.built.seats![0]!.position[1];
    const cats = placed.filter((item) => item.actor.id === 'cat');
    expect(cats).toHaveLength(3);
    for (const cat of cats) expect(cat.position[1]).toBeCloseTo(seat, 5);
    expect(new Set(cats.map((cat) => cat.position[0].toFixed(3))).size).toBe(3);
  });

  it('different guests of one sofa do not sit in one another', () => {
    const on = { kind: 'on', to: 'sofa' } as const;
    const { placed } = placeOf(
      sceneOf({
        set: 'room',
        actors: [
          { id: 'sofa', kind: 'sofa' },
          { id: 'cat', kind: 'cat', count: 2, relation: on },
          { id: 'dog', relation: on },
        ],
      }),
    );
    const xs = placed.filter((item) => item.carrier).map((item) => item.position[0]);
    expect(xs).toHaveLength(3);
    xs.sort((a, b) => a - b);
    for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThan(0.25);
  });

  it('what is beside something on a table is on the table too', () => {
    const { placed } = placeOf(
      sceneOf({
        set: 'room',
        actors: [
          { id: 'table', kind: 'table' },
          { id: 'vase', kind: 'vase', relation: { kind: 'on', to: 'table' } },
          { id: 'cup', kind: 'cup', isSubject: true, relation: { kind: 'leftOf', to: 'vase' } },
        ],
      }),
    );
    const find = (id: string): Placed => placed.find((item) => item.actor.id === id)!;
    expect(find('cup').position[1]).toBeCloseTo(find('vase').position[1], 5);
    expect(find('cup').position[0]).toBeLessThan(find('vase').position[0]);
  });

  it('fireworks and moons are above, whatever they relate to', () => {
    const { placed, inFrame } = placeOf(
      sceneOf({
        set: 'river',
        time: 'night',
        actors: [
          { id: 'boat', kind: 'boat' },
          { id: 'moon', kind: 'moon', isSubject: true, relation: { kind: 'above', to: 'boat' } },
        ],
      }),
    );
    const moon = placed.find((item) => item.actor.id === 'moon')!;
    expect(moon.layer).toBe('sky');
    expect(inFrame(moon)).toBe(true);
  });

  it('a circle of relations still places everybody', () => {
    const { placed } = placeOf(
      sceneOf({
        actors: [
          { id: 'a', relation: { kind: 'leftOf', to: 'b' } },
          { id: 'b', relation: { kind: 'leftOf', to: 'a' } },
          { id: 'c', relation: { kind: 'on', to: 'd' } },
          { id: 'd', relation: { kind: 'on', to: 'c' } },
        ],
      }),
    );
    expect(placed.map((item) => item.actor.id).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('time', () => {
  const rocket = sceneOf({
    set: 'planet',
    time: 'dusk',
    setDetails: ['mars', 'ruins'],
    events: [{ kind: 'lightsUp' }],
    actors: [{ kind: 'rocket', isSubject: true, motion: { kind: 'launch', speed: 1 } }],
  });

  it('moments are equal whenever and in whatever order they are asked for', () => {
    const scene = sceneOf({
      weather: 'storm',
      time: 'night',
      actors: [{ kind: 'fox', motion: { kind: 'walk', speed: 1 } }],
      title: 'Night',
    });
    const [first, second] = [stageScene(scene, options()), stageScene(scene, options())];
    const forward = [0.5, 4].map((seconds) => first.momentAt(seconds));
    const backward = [4, 0.5].map((seconds) => second.momentAt(seconds)).reverse();
    expect(isDeepStrictEqual(backward, forward)).toBe(true);
  });

  it('a rocket stands, then climbs ever faster, and its rumble begins before', () => {
    const stage = stageScene(rocket, options());
    const light = (seconds: number): number =>
      Math.max(
        -1,
        ...stage
          .momentAt(seconds)
          .lights.filter((item) => item.radius > 10 && Math.abs(item.position[0]) < 0.5)
          .map((item) => item.position[1]),
      );
    const heights = [3, 4, 5, 6, 7, 8].map(light);
    for (let i = 2; i < heights.length; i++)
      expect(heights[i]! - heights[i - 1]!).toBeGreaterThan(heights[i - 1]! - heights[i - 2]!);
    const rumble = stage.cues.find((cue) => cue.kind === 'launch');
    expect(rumble?.startSeconds).toBeGreaterThan(1);
    expect(rumble?.startSeconds).toBeLessThan(2.6);
  });

  it('the background lights up one after the other', () => {
    const stage = stageScene(rocket, options());
    const lit = (seconds: number): number =>
      stage.momentAt(seconds).instances.filter((item) => (item.emissive ?? 1) > 0.1).length;
    const counts = [0.5, 3.5, 4.5, 5.5, 7.8].map(lit);
    for (let i = 1; i < counts.length; i++) expect(counts[i]).toBeGreaterThanOrEqual(counts[i - 1]!);
    expect(counts.at(-1)! - counts[0]!).toBeGreaterThan(8);
  });

  it('a time lapse moves the whole light from the first hour to the last', () => {
    const stage = stageScene(sceneOf({ time: 'golden', timeTo: 'night' }), options());
    const day = stageScene(sceneOf({ time: 'golden' }), options()).momentAt(0);
    const night = stageScene(sceneOf({ time: 'night' }), options()).momentAt(8);
    expect(stage.momentAt(0).sun.color[0]).toBeCloseTo(day.sun.color[0], 2);
    expect(stage.momentAt(8).sky.zenith[2]).toBeCloseTo(night.sky.zenith[2], 3);
    const middle = stage.momentAt(4).ambient.up[2];
    expect(middle).toBeLessThan(day.ambient.up[2]);
    expect(middle).toBeGreaterThan(night.ambient.up[2]);
  });

  it('thunder is farther than its flash is bright, and follows it', () => {
    const stage = stageScene(sceneOf({ weather: 'storm' }), options());
    const thunder = stage.cues.filter((cue) => cue.kind === 'thunder');
    expect(thunder.length).toBeGreaterThan(1);
    for (const cue of thunder) {
      expect(cue.distanceMetres).toBeGreaterThan(100);
      const before = stage.momentAt(cue.startSeconds - 0.05).ambient.up[2];
      expect(stage.momentAt(cue.startSeconds + 0.01).ambient.up[2]).toBeGreaterThan(before);
    }
  });
});
