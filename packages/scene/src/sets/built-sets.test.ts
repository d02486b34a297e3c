import type { Vec3 } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { Scene, SetKind, TimeOfDay, Weather } from '../scene.ts';
import type { StageAssets } from '../stage/stage.ts';
import { setModels } from './all-sets.ts';
import type { BuiltSet, SetMoment } from './set.ts';
import { traitsOf } from './set-traits.ts';
import { countBroken, countUncovered, isInSight } from './test-coverage.ts';

const noPictures: StageAssets = {
  paintText: () => ({ width: 1, height: 1, rgba: new Uint8Array(4) }),
  thing: () => undefined,
};

const BUILT: readonly (readonly [set: SetKind, details: string])[] = [
  ['alley', ''],
  ['oldTown', ''],
  ['oldTown', 'mediterranean'],
  ['village', ''],
  ['farm', ''],
  ['road', ''],
  ['road', 'desert'],
  ['cityRiver', ''],
  ['castle', ''],
  ['ruins', ''],
  ['shrine', ''],
  ['harbour', ''],
  ['station', ''],
  ['market', ''],
  ['market', 'souk'],
  ['market', 'japanese'],
  ['stadium', ''],
  ['kitchen', ''],
  ['bedroom', ''],
  ['cafe', ''],
  ['office', ''],
  ['classroom', ''],
  ['stage', ''],
  ['laboratory', ''],
  ['spaceship', ''],
  ['hall', ''],
  ['hall', 'cathedral'],
  ['map', ''],
  ['factory', ''],
  ['factory', 'warehouse'],
  ['bathroom', ''],
  ['bar', ''],
  ['restaurant', ''],
  ['gym', ''],
  ['circus', ''],
  ['hospital', ''],
  ['hospital', 'corridor'],
  ['museum', ''],
  ['attic', ''],
  ['carriage', ''],
  ['shop', ''],
  ['canal', ''],
  ['canal', 'amsterdam'],
  ['hillsideTown', ''],
  ['hillsideTown', 'favela'],
  ['cemetery', ''],
  ['terraces', ''],
  ['funfair', ''],
  ['funfair', 'abandoned'],
  ['floatingIslands', ''],
  ['playground', ''],
  ['hotSpring', ''],
  ['pier', ''],
  ['pier', 'lake'],
  ['oasis', ''],
  ['swimmingPool', ''],
  ['tulips', ''],
  ['plaza', ''],
  ['tulips', 'lavender'],
  ['industrial', ''],
  ['street', ''],
  ['street', 'tokyo neon'],
  ['street', 'cyberpunk'],
];

const PERSON = { id: 'a', kind: 'person', word: 'person', isSubject: true };

function build(set: SetKind, setDetails: readonly string[], fields: Record<string, unknown> = {}, aspect = 16 / 9) {
  const scene = Scene.parse({
    version: 1,
    set,
    setDetails,
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    actors: [],
    camera: {},
    ...fields,
  });
  return setModels[set].build({ scene, random: createRandom(5), assets: noPictures, durationSeconds: 8, aspect });
}

/** The set's camera, carried round what it looks at. */
function orbit({ camera }: BuiltSet, angle: number): { eye: Vec3; target: Vec3 } {
  const { position, target } = camera;
  const [x, z] = [position[0] - target[0], position[2] - target[2]];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Orbits of the stage turn about its subject, which is much nearer than what a set's own camera looks at.
  const near = Math.min(1, 5 / Math.hypot(x, z));
  const pivot: Vec3 = [position[0] - x * near, position[1], position[2] - z * near];
  const eye: Vec3 = [pivot[0] + (x * cos + z * sin) * near, position[1], pivot[2] + (z * cos - x * sin) * near];
  return { eye, target: [pivot[0], pivot[1] + (target[1] - position[1]) * near, pivot[2]] };
}

describe.each(BUILT)('%s %s', (set, words) => {
  const details = words.split(' ');
  const known = build(set, details, { actors: [PERSON] });
  const moment = known.momentAt(2);

  it('is whole at every hour, in every weather and season', () => {
    TimeOfDay.options.forEach((time, i) => {
      const weather = Weather.options[i % Weather.options.length]!;
      const season = i % 2 === 0 ? 'spring' : 'winter';
      const other = build(
        set,
        details,
        { time, weather, season, wetGround: weather === 'rain' },
        i % 2 ? 16 / 9 : 9 / 16,
      );
      expect(countBroken(other.momentAt(3.3)), `${time}, ${weather}`).toBe(0);
    });
  });

  it('costs no more than a frame can afford', () => {
    const triangles = moment.instances.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
    expect(triangles).toBeLessThan(150_000);
    expect(moment.lights.length).toBeLessThanOrEqual(14);
  });

  it('has nothing between the camera and its stage, from the middle and from both sides', () => {
    const { position } = known.focus;
    for (const angle of [-0.3, 0, 0.3]) {
      const { eye } = orbit(known, angle);
      expect(isInSight(moment.instances, eye, [position[0], position[1] + 1, position[2]]), `${angle}`).toBe(true);
    }
  });

  it('shows no hole below the horizon from the middle, from both sides and from above', () => {
    const isInside = traitsOf(set).isIndoors;
    for (const angle of [-0.3, 0, 0.3]) {
      const { eye, target } = orbit(known, angle);
      const view = { eye, target, verticalFovDegrees: known.camera.verticalFovDegrees, aspect: 16 / 9 };
      expect(countUncovered(moment.instances, view), `${angle}`).toBe(0);
    }
    if (isInside) return;
    const high = build(set, details, { camera: { shot: 'aerial', move: 'flyOver' } });
    const eye: Vec3 = [0, 24, 24];
    const view = { eye, target: [0, 0, -11] as Vec3, verticalFovDegrees: 40, aspect: 16 / 9 };
    expect(countUncovered(high.momentAt(2).instances, view), 'from above').toBe(0);
  });

  it('has firm ground under its focus, where it says that it is', () => {
    const { position, halfWidth, halfDepth } = known.focus;
    for (const u of [-0.8, 0, 0.8])
      for (const v of [-0.8, 0, 0.8]) {
        const [x, z] = [position[0] + u * halfWidth, position[2] + v * halfDepth];
        const y = known.groundAt(x, z);
        const isHeld = !isInSight(moment.instances, [x, y + 0.09, z], [x, y - 0.16, z]);
        expect(isHeld, `${x.toFixed(1)}, ${z.toFixed(1)}`).toBe(true);
      }
  });

  it('gives the same moment for the same time', () => {
    const again = build(set, details, { actors: [PERSON] });
    again.momentAt(6);
    const places = ({ instances }: SetMoment): string => instances.map(({ matrix }) => matrix.join()).join(';');
    expect(places(again.momentAt(2))).toBe(places(moment));
    expect(again.momentAt(2).sprites).toEqual(moment.sprites);
  });
});

describe('all sets', () => {
  it('are well over thirty, each built by itself', () => {
    expect(SetKind.options.length).toBeGreaterThan(38);
    expect(new Set(Object.values(setModels)).size).toBe(SetKind.options.length);
  });
});
