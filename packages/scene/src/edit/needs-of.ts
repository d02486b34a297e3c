import type { Anchor, EditOperation, Grade, Target } from './operation.ts';
import type { SurveyNeeds } from './tool.ts';

/** What the survey has to find, so that these operations can be carried out; all else is not looked for. */
export function needsOf(operations: readonly EditOperation[]): SurveyNeeds {
  return Object.assign({}, ...operations.map(needsOfOne)) as SurveyNeeds;
}

/** Of the whole picture, whatever is in it. */
const BLIND: ReadonlySet<string> = new Set<EditOperation['kind']>([
  'collage',
  'title',
  'flip',
  'speed',
  'reverse',
  'mute',
  'sound',
]);
const BLIND_GRADES: ReadonlySet<string> = new Set<Grade>([
  'blackAndWhite',
  'sepia',
  'vintage',
  'warm',
  'cool',
  'bright',
  'dark',
  'vivid',
  'faded',
  'cinematic',
]);

/** Whether any of these operations asks what is where in the representative frame. */
export function needsSight(operations: readonly EditOperation[]): boolean {
  return operations.some((operation) => {
    if (operation.kind === 'grade') return !BLIND_GRADES.has(operation.grade);
    // A painted sky is flat.
    if (operation.kind === 'restyle') return operation.style === 'anime';
    return !BLIND.has(operation.kind);
  });
}

const PEOPLE: SurveyNeeds = { faces: true, bodies: true };
const ANYTHING: SurveyNeeds = { ...PEOPLE, things: true };

function needsOfOne(operation: EditOperation): SurveyNeeds {
  switch (operation.kind) {
    case 'add':
      // Things too: a refusal names what is there instead, and a cat may be meant to wear the glasses.
      return {
        ...needsOfAnchor(operation.anchor),
        ...(operation.carrier ? needsOfTarget(operation.carrier) : {}),
        things: true,
      };
    case 'remove':
      return { ...ANYTHING, camera: true, patches: true };
    case 'recolor':
      return needsOfTarget(operation.target);
    case 'background':
      return { ...ANYTHING, camera: true };
    case 'paste':
      return { ...ANYTHING, camera: true, patches: true };
    case 'crop':
      return ANYTHING;
    case 'weather':
      return { camera: true };
    case 'grade':
    case 'restyle':
      // A sky that is seen must be followed.
      return needsSight([operation]) ? { camera: true } : {};
    default:
      return {};
  }
}

const FACE_ANCHORS: ReadonlySet<Anchor> = new Set<Anchor>(['eyes', 'ears', 'mouth']);
const BODY_ANCHORS: ReadonlySet<Anchor> = new Set<Anchor>([
  'neck',
  'head',
  'leftHand',
  'rightHand',
  'shoulders',
  'chest',
]);

function needsOfAnchor(anchor: Anchor): SurveyNeeds {
  if (FACE_ANCHORS.has(anchor)) return { faces: true };
  if (BODY_ANCHORS.has(anchor)) return PEOPLE;
  if (anchor === 'on' || anchor === 'beside') return { ...ANYTHING, camera: true, patches: true };
  return { camera: true, patches: true };
}

function needsOfTarget({ kind }: Target): SurveyNeeds {
  switch (kind) {
    case 'person':
    case 'clothing':
    case 'face':
    case 'hair':
      return PEOPLE;
    case 'animal':
    case 'thing':
      return { things: true, camera: true, patches: true };
    case 'subject':
      return ANYTHING;
    case 'background':
      return ANYTHING;
    default:
      return { camera: true };
  }
}
