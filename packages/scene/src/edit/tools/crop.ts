import type { Box } from '../../vision/sight.ts';
import { EditError, type FrameTool, type ToolMaker } from '../tool.ts';
import { sampleRow } from './crop/sample-row.ts';

/** Never closer than this: more would show pixels rather than the subject. */
const CLOSEST = 0.4;

/**
 * Shows less of the picture, at the same size: a step closer, or the subject with some air around it. The frame stays where
 * the subject is in the frame that shows it best, so that nothing swims.
 */
export const makeCrop: ToolMaker<'crop'> = ({ to }, { survey }) => {
  if (to === 'square') return squareOf(survey);
  const { sight } = survey.representative;
  const face = sight.faces[0]?.box;
  const subject = sight.subjectBox ?? sight.bodies[0]?.box ?? sight.things[0]?.box ?? face;
  if (to === 'subject' && !subject) {
    throw new EditError(
      'The picture cannot be cropped to its subject: no person, animal or thing stands out in it. Ask for "closer" instead.',
    );
  }
  const view = to === 'closer' ? closerView(survey, face ?? subject) : subjectView(survey, subject!, face);
  return {
    apply(frame) {
      const { width, height } = frame;
      const from = Uint8Array.from(frame.rgba);
      const kx = view.width / width;
      const ky = view.height / height;
      for (let y = 0; y < height; y++) {
        sampleRow({ width, height, rgba: from }, view.x, kx, view.y + (y + 0.5) * ky - 0.5, frame.rgba, y);
      }
      return { x: 0, y: 0, width, height };
    },
  };
};

/** The frame is as it was asked for: a square one shows the middle of its input already. */
function squareOf({ width, height }: Size): FrameTool {
  if (width !== height)
    throw new EditError(
      'The result has the shape of the first picture: for a square one, ask for the aspect_ratio "1:1" in the request.',
    );
  return { apply: () => undefined };
}

type Size = { readonly width: number; readonly height: number };

function closerView(frame: Size, on: Box | undefined): Box {
  const centre = on ? { x: on.x + on.width / 2, y: on.y + on.height / 2 } : { x: frame.width / 2, y: frame.height / 2 };
  return viewAround(frame, centre.x, centre.y, 0.68);
}

function subjectView(frame: Size, subject: Box, face: Box | undefined): Box {
  const share = Math.max(subject.width / frame.width, subject.height / frame.height) * 1.25;
  const y = subject.y + subject.height / 2;
  // A head is never cut off: where the whole does not fit, the upper part does.
  const top = face && share > 1 ? face.y + face.height : y;
  return viewAround(frame, subject.x + subject.width / 2, top, share > 1 ? 0.8 : share);
}

function viewAround(frame: Size, x: number, y: number, share: number): Box {
  const scale = Math.min(1, Math.max(CLOSEST, share));
  const width = frame.width * scale;
  const height = frame.height * scale;
  return {
    x: Math.min(frame.width - width, Math.max(0, x - width / 2)),
    y: Math.min(frame.height - height, Math.max(0, y - height / 2)),
    width,
    height,
  };
}
