import type { SceneActor, SetKind } from '../scene.ts';

/** What the stage must know of a kind of place beside how it is built. */
export interface SetTraits {
  /** Weather falls here, the sun and the moon stand above, and what flies is in the sky. */
  readonly hasSky: boolean;
  /** A floor between walls, where nobody has far to go. */
  readonly isIndoors: boolean;
  /** Ground below and much sky above: a picture may leave its upper part to what stands there. */
  readonly isOpen: boolean;
  /** Metres to the left and right over which nothing stands between the camera and who goes there; undefined: hardly any. */
  readonly openWay?: number;
  /** Nothing stands in the way of a camera that flies along. */
  readonly hasFreeAir: boolean;
  /** Between walls or trees: who joins comes in beside the camera, not from the side. */
  readonly isNarrow: boolean;
}

const OUTDOORS: SetTraits = { hasSky: true, isIndoors: false, isOpen: true, hasFreeAir: false, isNarrow: false };
const INDOORS: SetTraits = { hasSky: false, isIndoors: true, isOpen: false, hasFreeAir: false, isNarrow: true };
/** A place that is no ground under a sky, and no room either. */
const ELSEWHERE: SetTraits = { hasSky: false, isIndoors: false, isOpen: false, hasFreeAir: false, isNarrow: false };

const open = (openWay: number): SetTraits => ({ ...OUTDOORS, openWay });
const free = (openWay: number): SetTraits => ({ ...OUTDOORS, openWay, hasFreeAir: true });
const narrow: SetTraits = { ...OUTDOORS, isNarrow: true };

/** Kinds that are not named are outdoors, with things to the left and right. */
const TRAITS: Readonly<Partial<Record<SetKind, SetTraits>>> = {
  street: narrow,
  planet: open(18),
  forest: narrow,
  room: INDOORS,
  shore: free(28),
  field: free(22),
  skyline: free(40),
  underwater: ELSEWHERE,
  space: { ...ELSEWHERE, openWay: 60, hasFreeAir: true },
  sky: { ...OUTDOORS, isOpen: false, openWay: 60, hasFreeAir: true },
  desert: free(24),
  studio: INDOORS,
  garden: narrow,
  library: INDOORS,
  sea: free(28),
  savanna: free(22),
  arctic: free(24),
  island: free(22),
  kitchen: INDOORS,
  bedroom: INDOORS,
  village: narrow,
  oldTown: narrow,
  alley: narrow,
  farm: open(14),
  road: open(22),
  cave: { ...ELSEWHERE, isNarrow: true },
  jungle: narrow,
  swamp: narrow,
  cityRiver: open(16),
  castle: narrow,
  shrine: narrow,
  harbour: open(16),
  station: narrow,
  subway: INDOORS,
  stadium: open(20),
  market: narrow,
  meadow: free(22),
  orchard: narrow,
  park: narrow,
  bamboo: narrow,
  iceMoon: open(18),
  cafe: INDOORS,
  office: INDOORS,
  classroom: INDOORS,
  stage: INDOORS,
  laboratory: INDOORS,
  spaceship: INDOORS,
  hall: INDOORS,
  map: INDOORS,
  factory: INDOORS,
  industrial: narrow,
  plaza: open(24),
  tulips: free(22),
  swimmingPool: narrow,
  pier: narrow,
  hotSpring: narrow,
  playground: narrow,
  floatingIslands: { ...OUTDOORS, openWay: 30, hasFreeAir: true },
  funfair: narrow,
  cemetery: narrow,
  hillsideTown: narrow,
  canal: narrow,
  shop: INDOORS,
  carriage: INDOORS,
  attic: INDOORS,
  museum: INDOORS,
  hospital: INDOORS,
  gym: INDOORS,
  circus: { ...INDOORS, isNarrow: false },
  restaurant: INDOORS,
  bar: INDOORS,
  bathroom: INDOORS,
};

export function traitsOf(set: SetKind): SetTraits {
  return TRAITS[set] ?? OUTDOORS;
}

/** Lanterns that hang overhead, from what the place has to hang them on: several of paper do, unless they float or stand by something. */
export function hangsAbove(actor: SceneActor, set: SetKind): boolean {
  const { kind, place, does, relation, count, attributes, motion, word } = actor;
  const isLamp = kind === 'lantern' || (kind === 'lamp' && does === 'hang');
  if (!isLamp || relation !== undefined || attributes.includes('stone')) return false;
  const isPaper = attributes.includes('paper') && count > 1 && motion.kind === 'idle' && !/sky|float/.test(word);
  // Over a market's lane lanterns in number hang, told or not.
  const isMarkets = set === 'market' && kind === 'lantern' && count > 1;
  return place === 'top' || does === 'hang' || isMarkets || (isPaper && place === undefined);
}
