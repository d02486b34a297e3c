import type { Vec3 } from '@openimagine/render';
import { indoorPlace, type RoomLight } from './built-indoors.ts';
import { addChairAt, addPainting, addPendant } from './interior-things.ts';
import { ambience, hasActor, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { addPlant } from './room-furniture.ts';
import type { Opening } from './room-window.ts';
import type { SetModel } from './set.ts';

const BACK = -3.2;
const HEIGHT = 3.3;
const DAY: RoomLight = { sun: [0.72, 0.62, 0.5], up: [0.34, 0.33, 0.36], down: [0.25, 0.21, 0.18] };

/** A restaurant: laid tables with white cloths and candles, tall windows, paintings, low lamps. */
export const restaurant: SetModel = {
  build(context) {
    const { aspect, scene } = context;
    const kit = createKit();
    const windows: Opening[] = [-2.7, 2.7].map((x) => ({ x, y: 1.7, halfWidth: 0.85, halfHeight: 1.1, z: BACK }));
    // Somebody, or something, that is asked for needs the middle; otherwise the best table stands there.
    const hasGuests = scene.actors.length > 0;
    const spots: readonly (readonly [number, number])[] = [
      [-3.2, -1.5],
      [-1.1, -1.9],
      [1.15, -1.8],
      [3.3, -1.5],
      [-3.5, 0.7],
      [3.6, 0.9],
      ...(hasGuests ? [] : [[-0.55, 0.7] as const, [1.6, 0.35] as const]),
    ];
    for (const [x, z] of spots) addLaidTable(kit, [x, 0, z]);
    if (hasActor(scene, 'person') && !hasActor(scene, 'table')) addLaidTable(kit, [1.5, 0, 0.2]);
    addPainting(kit, [0, 1.95, BACK], 1.3, 0.9, 4);
    addPainting(kit, [-4.3, 1.9, BACK], 0.6, 0.8, 2);
    addPainting(kit, [4.3, 1.9, BACK], 0.6, 0.8, 3);
    for (const x of [-4.55, 4.55]) addPlant(kit.leaf, [x, 0, -2.6], 0.95);
    kit.wood.box([0, 0.5, BACK + 0.02], [10, 1, 0.04], 0x5a3c2c, { foot: 0.7 });
    kit.wood.box([0, 1.02, BACK + 0.04], [10, 0.06, 0.08], 0x6e4a34);
    const lamps = spots.slice(0, 4).map(([x, z]) => addPendant(kit, [x, 2.25, z], HEIGHT, 0x2a3a38, 0.2));
    return indoorPlace(context, {
      kit,
      windows,
      frameColor: 0x4a3424,
      shell: {
        halfWidth: 5,
        height: HEIGHT,
        back: BACK,
        front: 10,
        wall: 0x9c5a48,
        floor: 0x7a5232,
        ceiling: 0xd8cab4,
      },
      lamps: [
        ...lamps.map((at) => ({ at, color: [2.0, 1.25, 0.6] as const, radius: 4.2, halo: 0.4 })),
        ...spots.slice(4).map(([x, z]) => ({
          at: [x, 0.98, z] as const,
          color: [1.1, 0.6, 0.22] as const,
          radius: 2.6,
          halo: 0.22,
          isFlame: true,
        })),
      ],
      isAlwaysLit: true,
      day: DAY,
      focus: { position: [0, 0, 0.9], halfWidth: 1.5, halfDepth: 0.6 },
      camera: { position: [0.1, 1.6, 5.8], target: [0, 1.1, -0.8], verticalFovDegrees: lensFor(aspect, 41) },
      cues: [ambience(context, 'crowd', 0.14), ambience(context, 'dishes', 0.2, 0.2), ambience(context, 'room', 0.1)],
    });
  },
};

/** A round table under a white cloth: two plates, two glasses, a candle, two chairs. */
function addLaidTable(kit: Kit, [x, y, z]: Vec3): void {
  const [top, around] = [0.76, 36];
  const edge = (i: number, low: boolean): Vec3 => {
    const a = (i / around) * Math.PI * 2;
    const fold = low ? 0.56 + 0.035 * Math.sin(a * 9) : 0.5;
    return [x + Math.sin(a) * fold, y + (low ? 0.3 + 0.03 * Math.sin(a * 9 + 1) : top), z + Math.cos(a) * fold];
  };
  for (let i = 0; i < around; i++) {
    kit.cloth.quad(edge(i, true), edge(i + 1, true), edge(i + 1, false), edge(i, false), 0xf2ece0, 0.85);
    kit.cloth.triangle([x, y + top, z], edge(i, false), edge(i + 1, false), 0xf6f1e8);
  }
  kit.wood.lathe(
    [x, y, z],
    [
      [0.3, 0],
      [0.08, 0.06],
      [0.06, 0.6],
    ],
    0x3c2a20,
    10,
  );
  for (const side of [-1, 1]) {
    addChairAt(placeKit(kit, [x + side * 0.82, y, z], (-side * Math.PI) / 2), 0x4a3022, 0x8a3a34);
    kit.trim.lathe(
      [x + side * 0.27, y + top + 0.004, z + 0.02],
      [
        [0.08, 0],
        [0.13, 0.014],
        [0.12, 0.018],
        [0, 0.01],
      ],
      0xfdfbf6,
      18,
    );
    kit.glass.lathe(
      [x + side * 0.2, y + top, z - 0.17],
      [
        [0.035, 0],
        [0.007, 0.012],
        [0.007, 0.09],
        [0.04, 0.13],
        [0.038, 0.19],
        [0.03, 0.15],
        [0, 0.12],
      ],
      side < 0 ? 0x8a2430 : 0xc8d4d8,
      12,
    );
    kit.metal.box([x + side * 0.27, y + top + 0.008, z + 0.17], [0.16, 0.008, 0.015], 0xc8ccd0);
  }
  kit.gold.lathe(
    [x, y + top, z - 0.03],
    [
      [0.06, 0],
      [0.05, 0.02],
      [0.02, 0.03],
    ],
    0xb89048,
    12,
  );
  kit.trim.lathe(
    [x, y + top + 0.02, z - 0.03],
    [
      [0.02, 0],
      [0.02, 0.14],
      [0, 0.145],
    ],
    0xf6ead0,
    8,
  );
  kit.glow.lathe(
    [x, y + top + 0.165, z - 0.03],
    [
      [0, 0],
      [0.013, 0.015],
      [0.009, 0.035],
      [0, 0.06],
    ],
    0xffc860,
    8,
  );
}
