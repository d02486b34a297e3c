/** What all views of one moment share: tables of materials, lights and instances in the kernels' memory. */
import * as L from './kernel/layout.ts';
import type { Memory } from './memory.ts';
import type { UploadedMesh, Uploads } from './uploads.ts';
import { invertAffine } from './vector.ts';
import type { Instance, Material, Moment, Pattern, PointLight, Vec3 } from './world.ts';

/** In the order of their numbers in the kernel. */
const PATTERNS: readonly Pattern[] = [
  'none',
  'grain',
  'wood',
  'planks',
  'fabric',
  'fur',
  'rock',
  'grass',
  'bricks',
  'tiles',
  'marble',
  'water',
  'snow',
  'foliage',
  'sand',
  'stripes',
];
/** Number of the kernel's fingerprints, which no material can ask for. */
const CLAY_PATTERN = 16;

/** Ids in the G-buffer hold 16 bits of instance and 16 of material. */
const MAX_INSTANCES = 65535;

/** An instance ready to be drawn by any view. */
export interface Prepared {
  readonly instance: Instance;
  readonly mesh: UploadedMesh;
  readonly centre: Vec3;
  readonly radius: number;
  /** Header address, 0 for none. */
  readonly texture: number;
  /** Id in the G-buffer: material, then number of the instance. */
  readonly id: number;
  /** True when the matrix mirrors, which turns triangles round. */
  readonly flipped: boolean;
  /** Rows of the inverse matrix, 12 numbers. */
  readonly inverse: Float64Array;
}

export class SceneTables {
  readonly #memory: Memory;
  readonly lights: number;
  readonly scratch: number;
  materials: number;
  instances: number;
  #materialCapacity = 64;
  #instanceCapacity = 256;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.materials = memory.allocate(this.#materialCapacity << L.MATERIAL_SHIFT);
    this.instances = memory.allocate(this.#instanceCapacity << L.INSTANCE_SHIFT);
    this.lights = memory.allocate(L.MAX_LIGHTS << L.LIGHT_SHIFT);
    this.scratch = memory.allocate(65536);
  }

  /** Writes all tables and uploads what is new. Instances with no extent or with a matrix that is not finite are left out. */
  write(moment: Moment, uploads: Uploads): Prepared[] {
    this.#writeMaterials(moment.style === 'clay' ? moment.materials.map(kneaded) : moment.materials);
    if (moment.style === 'clay') this.#pressFingerprints(moment.materials.length);
    this.#writeLights(moment.lights);
    const prepared: Prepared[] = [];
    for (const instance of moment.instances) {
      if (prepared.length >= MAX_INSTANCES - 1) break;
      const ready = prepare(instance, prepared.length + 1, moment.materials, uploads);
      if (ready) prepared.push(ready);
    }
    this.#writeInstances(prepared);
    return prepared;
  }

  #writeMaterials(materials: readonly Material[]): void {
    if (materials.length > this.#materialCapacity) {
      this.#memory.release(this.materials);
      this.#materialCapacity = materials.length * 2;
      this.materials = this.#memory.allocate(this.#materialCapacity << L.MATERIAL_SHIFT);
    }
    const size = (1 << L.MATERIAL_SHIFT) / 4;
    const floats = this.#memory.floats(this.materials, this.#materialCapacity * size);
    const words = this.#memory.words(this.materials, this.#materialCapacity * size);
    materials.forEach((material, i) => {
      const { specular = 0.05, gloss = 16, emissive = 0, wrap = 0, rim = 0, mirror = 0, patternScale = 1 } = material;
      floats.set([specular, gloss, emissive, wrap, rim, mirror, 0, patternScale], i * size);
      words[i * size + L.M_PATTERN / 4] = Math.max(0, PATTERNS.indexOf(material.pattern ?? 'none'));
    });
  }

  #pressFingerprints(count: number): void {
    const size = (1 << L.MATERIAL_SHIFT) / 4;
    const words = this.#memory.words(this.materials, this.#materialCapacity * size);
    for (let i = 0; i < count; i++) words[i * size + L.M_PATTERN / 4] = CLAY_PATTERN;
  }

  #writeLights(lights: readonly PointLight[]): void {
    const size = (1 << L.LIGHT_SHIFT) / 4;
    const floats = this.#memory.floats(this.lights, L.MAX_LIGHTS * size);
    lights.slice(0, L.MAX_LIGHTS).forEach((light, i) => {
      const radius = Math.max(1e-3, light.radius);
      const { position, color } = light;
      floats.set([...position, 1 / (radius * radius), ...color, radius, Math.max(...color)], i * size);
    });
  }

  #writeInstances(prepared: readonly Prepared[]): void {
    if (prepared.length >= this.#instanceCapacity) {
      this.#memory.release(this.instances);
      this.#instanceCapacity = prepared.length * 2;
      this.instances = this.#memory.allocate(this.#instanceCapacity << L.INSTANCE_SHIFT);
    }
    const size = (1 << L.INSTANCE_SHIFT) / 4;
    const floats = this.#memory.floats(this.instances, this.#instanceCapacity * size);
    prepared.forEach(({ instance, inverse }, i) => {
      const at = (i + 1) * size;
      const m = instance.matrix;
      for (let row = 0; row < 3; row++) {
        // Patterns keep their size in metres whatever the object's scale.
        const metres = Math.hypot(m[row * 4]!, m[row * 4 + 1]!, m[row * 4 + 2]!);
        for (let k = 0; k < 4; k++) floats[at + row * 4 + k] = inverse[row * 4 + k]! * metres;
      }
      floats[at + L.I_EMISSIVE / 4] = instance.emissive ?? 1;
    });
  }
}

/** The material as a lump of modelling clay: soft light, a dull broad highlight; lamps keep glowing, water keeps mirroring. */
function kneaded(material: Material): Material {
  const { emissive = 0, mirror = 0, patternScale = 1 } = material;
  return { specular: 0.22, gloss: 9, wrap: 0.35, rim: 0.12, emissive, mirror: mirror * 0.5, patternScale };
}

function prepare(
  instance: Instance,
  number: number,
  materials: readonly Material[],
  uploads: Uploads,
): Prepared | undefined {
  const m = instance.matrix;
  const inverse = new Float64Array(12);
  const determinant = invertAffine(m, inverse);
  if (determinant === 0) return undefined;
  const mesh = uploads.mesh(instance.mesh);
  const [x, y, z] = mesh.centre;
  const stretch = Math.max(
    Math.hypot(m[0]!, m[1]!, m[2]!),
    Math.hypot(m[4]!, m[5]!, m[6]!),
    Math.hypot(m[8]!, m[9]!, m[10]!),
  );
  const centre: Vec3 = [
    m[0]! * x + m[4]! * y + m[8]! * z + m[12]!,
    m[1]! * x + m[5]! * y + m[9]! * z + m[13]!,
    m[2]! * x + m[6]! * y + m[10]! * z + m[14]!,
  ];
  const radius = mesh.radius * stretch;
  if (!Number.isFinite(radius + centre[0] + centre[1] + centre[2]) || radius <= 0) return undefined;
  const material = materials[instance.material];
  if (!material)
    throw new RangeError(`instance has material ${instance.material}, but the moment has ${materials.length}`);
  const texture = material.texture ? uploads.texture(material.texture) : 0;
  return {
    instance,
    mesh,
    centre,
    radius,
    texture,
    id: ((instance.material << 16) | number) >>> 0,
    flipped: determinant < 0,
    inverse,
  };
}
