import type { Mesh } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { Scene, TimeOfDay, Weather } from '../scene.ts';
import type { StageAssets } from '../stage/stage.ts';
import { alienJungle } from './alien-jungle.ts';
import { arctic } from './arctic.ts';
import { bamboo } from './bamboo.ts';
import { canyon } from './canyon.ts';
import { cave } from './cave.ts';
import { desert } from './desert.ts';
import { field } from './field.ts';
import { forest } from './forest.ts';
import { garden } from './garden.ts';
import { iceMoon } from './ice-moon.ts';
import { island } from './island.ts';
import { jungle } from './jungle.ts';
import { lake } from './lake.ts';
import { library } from './library.ts';
import { meadow } from './meadow.ts';
import { mountains } from './mountains.ts';
import { orchard } from './orchard.ts';
import { park } from './park.ts';
import { pond } from './pond.ts';
import { river } from './river.ts';
import { savanna } from './savanna.ts';
import { sea } from './sea.ts';
import type { BuiltSet, SetModel, SetMoment } from './set.ts';
import { shore } from './shore.ts';
import { sky } from './sky.ts';
import { skyline } from './skyline.ts';
import { space } from './space.ts';
import { studio } from './studio.ts';
import { swamp } from './swamp.ts';
import { countBroken } from './test-coverage.ts';
import { underwater } from './underwater.ts';
import { vineyard } from './vineyard.ts';
import { volcano } from './volcano.ts';
import { waterfall } from './waterfall-place.ts';

const noPictures: StageAssets = {
  paintText: () => ({ width: 1, height: 1, rgba: new Uint8Array(4) }),
  thing: () => undefined,
};

/** Each set with the details and actors that turn it into another of its variants. */
const VARIANTS: readonly (readonly [name: string, model: SetModel, scene: Record<string, unknown>])[] = [
  ['forest', forest, { set: 'forest' }],
  ['jungle', forest, { set: 'forest', setDetails: ['jungle'] }],
  ['canopy', forest, { set: 'forest', camera: { shot: 'aerial', move: 'flyOver' } }],
  ['beach', shore, { set: 'shore' }],
  ['sea road', shore, { set: 'shore', actors: [{ id: 'a', kind: 'bicycle', word: 'bicycle' }] }],
  ['boat at a beach', shore, { set: 'shore', actors: [{ id: 'a', kind: 'boat', word: 'boat' }] }],
  ['boat on a lake', shore, { set: 'shore', setDetails: ['lake'], actors: [{ id: 'a', kind: 'boat', word: 'boat' }] }],
  ['cliff', shore, { set: 'shore', setDetails: ['cliff'] }],
  ['lake', shore, { set: 'shore', setDetails: ['lake'] }],
  [
    'house by a lake',
    shore,
    { set: 'shore', setDetails: ['lake'], actors: [{ id: 'a', kind: 'house', word: 'Haus' }] },
  ],
  ['field', field, { set: 'field' }],
  ['wheat', field, { set: 'field', setDetails: ['wheat'] }],
  ['mountains', mountains, { set: 'mountains' }],
  ['skyline', skyline, { set: 'skyline' }],
  ['terrace', skyline, { set: 'skyline', actors: [{ id: 'a', kind: 'person', word: 'person' }] }],
  ['rooftops', skyline, { set: 'skyline', setDetails: ['above'] }],
  ['river', river, { set: 'river', actors: [{ id: 'a', kind: 'person', word: 'person' }] }],
  ['city river', river, { set: 'river', actors: [{ id: 'a', kind: 'bridge', word: 'bridge' }] }],
  ['underwater', underwater, { set: 'underwater' }],
  ['space', space, { set: 'space' }],
  ['clouds', sky, { set: 'sky' }],
  ['rock valley', sky, { set: 'sky', setDetails: ['rock formations'] }],
  ['desert', desert, { set: 'desert' }],
  ['studio', studio, { set: 'studio', setColor: '#f4c4ce' }],
  ['marble table', studio, { set: 'studio', setDetails: ['marble'], camera: { shot: 'topDown' } }],
  ['garden', garden, { set: 'garden' }],
  ['greenhouse', garden, { set: 'garden', setDetails: ['greenhouse'] }],
  ['library', library, { set: 'library' }],
  ['jungle', jungle, { set: 'jungle' }],
  ['open sea', sea, { set: 'sea' }],
  ['storm at sea', sea, { set: 'sea', weather: 'storm', wind: 0.9 }],
  ['arctic', arctic, { set: 'arctic' }],
  ['tundra', arctic, { set: 'arctic', setDetails: ['tundra'] }],
  ['boat among ice', arctic, { set: 'arctic', actors: [{ id: 'a', kind: 'boat', word: 'ship' }] }],
  ['meadow', meadow, { set: 'meadow' }],
  ['mountain lake', lake, { set: 'lake' }],
  ['waterfall', waterfall, { set: 'waterfall' }],
  ['waterfall in a jungle', waterfall, { set: 'waterfall', setDetails: ['jungle'] }],
  ['pond', pond, { set: 'pond' }],
  ['bank of a pond', pond, { set: 'pond', actors: [{ id: 'a', kind: 'person', word: 'person' }] }],
  ['cave', cave, { set: 'cave' }],
  ['volcano', volcano, { set: 'volcano' }],
  ['canyon', canyon, { set: 'canyon' }],
  ['savanna', savanna, { set: 'savanna' }],
  ['swamp', swamp, { set: 'swamp' }],
  ['island', island, { set: 'island' }],
  ['alien jungle', alienJungle, { set: 'alienJungle' }],
  ['ice moon', iceMoon, { set: 'iceMoon' }],
  ['orchard', orchard, { set: 'orchard' }],
  ['cherry blossoms', orchard, { set: 'orchard', setDetails: ['cherry'] }],
  ['park', park, { set: 'park', season: 'autumn' }],
  ['vineyard', vineyard, { set: 'vineyard' }],
  ['bamboo', bamboo, { set: 'bamboo' }],
];

function sceneOf(fields: Record<string, unknown>): Scene {
  return Scene.parse({
    version: 1,
    prompt: '',
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    actors: [],
    camera: {},
    ...fields,
  });
}

function build(model: SetModel, fields: Record<string, unknown>, aspect = 16 / 9): BuiltSet {
  const random = createRandom(11);
  return model.build({ scene: sceneOf(fields), random, assets: noPictures, durationSeconds: 8, aspect });
}

const usual = new Map<SetModel, Map<object, BuiltSet>>();

/** The variant as it is by day, in a wide picture: built once, asked by many tests. */
function usualSet(model: SetModel, fields: Record<string, unknown>): BuiltSet {
  const known = usual.get(model)?.get(fields);
  if (known) return known;
  const set = build(model, fields);
  usual.set(model, new Map([...(usual.get(model) ?? []), [fields, set]]));
  return set;
}

/** Triangles of those instances of which some corner of the bounding box lies before the camera and within its frame. */
function trianglesInView(set: BuiltSet, moment: SetMoment, aspect: number): number {
  const project = projector(set, aspect);
  let count = 0;
  for (const { mesh, matrix } of moment.instances) {
    const corners = boxCorners(mesh).map((p) =>
      project(
        [0, 1, 2].map((k) => matrix[k]! * p[0]! + matrix[4 + k]! * p[1]! + matrix[8 + k]! * p[2]! + matrix[12 + k]!),
      ),
    );
    const isOutside = [0, 1].some(
      (axis) => corners.every((c) => c[axis]! > c[2]!) || corners.every((c) => c[axis]! < -c[2]!),
    );
    if (!isOutside && corners.some((c) => c[2]! > 0)) count += mesh.indices.length / 3;
  }
  return count;
}

const boxes = new WeakMap<Mesh, number[][]>();

function boxCorners(mesh: Mesh): number[][] {
  const known = boxes.get(mesh);
  if (known) return known;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  mesh.positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3]!, value);
    high[i % 3] = Math.max(high[i % 3]!, value);
  });
  const corners = Array.from({ length: 8 }, (_, i) => [0, 1, 2].map((k) => (i & (1 << k) ? high[k]! : low[k]!)));
  boxes.set(mesh, corners);
  return corners;
}

/** World to x, y and depth, scaled so that the frame is |x| ≤ depth and |y| ≤ depth. */
function projector(set: BuiltSet, aspect: number): (point: readonly number[]) => number[] {
  const { position, target, verticalFovDegrees } = set.camera;
  const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((v, i) => v - b[i]!);
  const cross = (a: readonly number[], b: readonly number[]): number[] =>
    [0, 1, 2].map((i) => a[(i + 1) % 3]! * b[(i + 2) % 3]! - a[(i + 2) % 3]! * b[(i + 1) % 3]!);
  const unit = (a: readonly number[]): number[] => a.map((v) => v / Math.hypot(...a));
  const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const forward = unit(minus(target, position));
  const right = unit(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const half = Math.tan((verticalFovDegrees * Math.PI) / 360);
  return (point) => {
    const way = minus(point, position);
    return [dot(way, right) / (half * aspect), dot(way, up) / half, dot(way, forward)];
  };
}

/** A model's first variant is built at every hour; for others, the hours whose weather changes a place most will do. */
function hoursOf(model: SetModel, fields: object): readonly TimeOfDay[] {
  const first = VARIANTS.find(([, one]) => one === model)![2];
  return fields === first ? TimeOfDay.options : ['day', 'golden', 'sunset', 'night'];
}

describe.each(VARIANTS)('%s', (_name, model, fields) => {
  it('is whole at every hour and in every weather, its focus in the picture, wide or tall', () => {
    for (const time of hoursOf(model, fields)) {
      const i = TimeOfDay.options.indexOf(time);
      const weather = Weather.options[i % Weather.options.length]!;
      const season = i % 2 === 0 ? 'autumn' : 'winter';
      const aspect = i % 2 === 0 ? 16 / 9 : 9 / 16;
      const set = build(model, { ...fields, time, weather, season }, aspect);
      expect(countBroken(set.momentAt(3.3)), `${time}, ${weather}`).toBe(0);
      const [x, y, depth] = projector(set, aspect)(set.focus.position) as [number, number, number];
      expect(depth).toBeGreaterThan(0);
      expect(Math.abs(x) / depth).toBeLessThan(1);
      expect(Math.abs(y) / depth).toBeLessThan(1);
    }
  });

  it('shows fewer triangles than a frame can afford', () => {
    const set = usualSet(model, fields);
    expect(trianglesInView(set, set.momentAt(2), 16 / 9)).toBeLessThan(150_000);
  });

  it('gives the same moment for the same time, whatever was asked before', () => {
    const [first, second] = [usualSet(model, fields), build(model, fields)];
    first.momentAt(6.1);
    const [a, b] = [first.momentAt(2.5), second.momentAt(2.5)];
    const places = (moment: SetMoment): string => moment.instances.map((i) => i.matrix.join()).join(';');
    expect(places(a)).toBe(places(b));
    expect(a.sprites).toEqual(b.sprites);
    expect(a.instances.map((i) => i.mesh.positions.length)).toEqual(b.instances.map((i) => i.mesh.positions.length));
  });

  it('shares its meshes between moments', () => {
    const set = usualSet(model, fields);
    const before = new Set(set.momentAt(1).instances.map((i) => i.mesh));
    const fresh = set.momentAt(1).instances.filter((i) => !before.has(i.mesh));
    expect(fresh).toEqual([]);
  });

  it('has firm ground without steps under the stage, and its focus stands on it', () => {
    const set = usualSet(model, fields);
    const { position, halfWidth, halfDepth } = set.focus;
    let steepest = 0;
    for (let u = -1; u <= 1; u += 0.1)
      for (let v = -1; v <= 1; v += 0.1) {
        const [x, z] = [position[0] + u * halfWidth, position[2] + v * halfDepth];
        steepest = Math.max(steepest, Math.abs(set.groundAt(x + 0.05, z) - set.groundAt(x, z)));
      }
    expect(steepest).toBeLessThan(0.12);
  });

  it('can be heard for the whole film', () => {
    const { cues } = usualSet(model, fields);
    expect(cues.length).toBeGreaterThan(0);
    for (const cue of cues) {
      expect(cue.startSeconds + cue.durationSeconds).toBeLessThanOrEqual(8);
      expect(cue.gain).toBeGreaterThan(0);
      expect(cue.gain).toBeLessThanOrEqual(1);
    }
  });
});

describe('what a scene asks of its set', () => {
  it('snow whitens the ground of a forest', () => {
    const brightness = (weather: string): number => {
      const { colors } = build(forest, { set: 'forest', weather }).momentAt(0).instances[0]!.mesh;
      return colors.reduce((sum, value) => sum + value, 0) / colors.length;
    };
    expect(brightness('snow')).toBeGreaterThan(brightness('clear') + 50);
  });

  it('windows of a skyline light up as day turns to night', () => {
    const set = build(skyline, { set: 'skyline', time: 'day', timeTo: 'night' });
    const lit = (seconds: number): number =>
      set.momentAt(seconds).instances.reduce((sum, i) => sum + (i.material.emissive ? (i.emissive ?? 1) : 0), 0);
    expect(lit(0)).toBe(0);
    expect(lit(4)).toBeGreaterThan(0);
    expect(lit(8)).toBeGreaterThan(lit(4));
  });

  it('a studio takes the colour of the prompt', () => {
    const { colors } = build(studio, { set: 'studio', setColor: '#2040c0' }).momentAt(0).instances[0]!.mesh;
    expect(colors[2]!).toBeGreaterThan(colors[0]! * 3);
  });

  it('wind bends the grass of a field more when it is strong', () => {
    const bend = (wind: number): number =>
      Math.max(
        ...build(field, { set: 'field', wind })
          .momentAt(1)
          .instances.map((i) => Math.abs(i.matrix[4]!)),
      );
    expect(bend(0.9)).toBeGreaterThan(bend(0.1) * 1.5);
  });

  it('a boat has water under it', () => {
    for (const setDetails of [[], ['lake']]) {
      const set = build(shore, { set: 'shore', setDetails, actors: [{ id: 'a', kind: 'boat', word: 'boat' }] });
      expect(Math.abs(set.groundAt(0, 0) - set.momentAt(0).mirror!.height)).toBeLessThan(0.1);
    }
  });

  it('water lies in the mirror plane', () => {
    for (const setDetails of [[], ['lake'], ['cliff']]) {
      const moment = build(shore, { set: 'shore', setDetails }).momentAt(1.7);
      const water = moment.instances.find((i) => i.material.pattern === 'water' && (i.material.mirror ?? 0) > 0.6)!;
      expect(water.matrix[13]).toBeCloseTo(moment.mirror!.height, 5);
    }
  });
});
