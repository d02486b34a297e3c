import type { Picture, Sight } from '../../vision/sight.ts';
import { EditError, type ToolMaker } from '../tool.ts';
import { scalePart } from './matte/scale-picture.ts';

/** Between pictures, as a share of the shorter side. */
const GAP = 0.012;
/** A picture loses no more of itself than this to fill its cell; beyond that it has white beside it. */
const LOSS_MAX = 0.45;

/** Puts whole pictures beside each other, each as large as its cell and about what it shows. */
export const makeCollage: ToolMaker<'collage'> = ({ images: indexes, along }, { images, looks }) => {
  const pictures = indexes.map((image) => {
    const picture = images[image];
    if (!picture) throw new EditError(`There is no picture <IMAGE_${image}> to be put beside the others.`);
    return { picture, sight: looks?.[image] };
  });
  const count = pictures.length;
  const columns = along === 'column' ? 1 : along === 'row' ? count : Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  return {
    apply(frame) {
      frame.rgba.fill(255);
      const gap = Math.round(GAP * Math.min(frame.width, frame.height));
      const cells = pictures.map((_, index) => {
        const row = Math.floor(index / columns);
        const inRow = Math.min(columns, count - row * columns);
        const [left, right] = span(frame.width, inRow, index % columns, gap);
        const [top, bottom] = span(frame.height, rows, row, gap);
        return { left, top, width: right - left, height: bottom - top };
      });
      pictures.forEach(({ picture, sight }, index) => {
        lay(frame, picture, sight, cells[index]!);
      });
      return { x: 0, y: 0, width: frame.width, height: frame.height };
    },
  };
};

function span(size: number, count: number, index: number, gap: number): readonly [from: number, to: number] {
  const one = (size - gap * (count - 1)) / count;
  return [Math.round(index * (one + gap)), Math.round(index * (one + gap) + one)];
}

interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function lay(frame: Picture, picture: Picture, sight: Sight | undefined, cell: Cell): void {
  const cover = Math.max(cell.width / picture.width, cell.height / picture.height);
  const fit = Math.min(cell.width / picture.width, cell.height / picture.height);
  const scale = Math.min(cover, fit / (1 - LOSS_MAX));
  const width = Math.min(cell.width, Math.round(picture.width * scale));
  const height = Math.min(cell.height, Math.round(picture.height * scale));
  const part = { width: width / scale, height: height / scale };
  const about = sight?.faces[0]?.box ?? sight?.subjectBox;
  // What was seen may lie in a copy of another size.
  const ratio = picture.width / (sight?.width ?? picture.width);
  const cx = about ? (about.x + about.width / 2) * ratio : picture.width / 2;
  const cy = about ? (about.y + about.height / 2) * ratio : picture.height / 2;
  const x = Math.max(0, Math.min(picture.width - part.width, cx - part.width / 2));
  const y = Math.max(0, Math.min(picture.height - part.height, cy - part.height / 2));
  const scaled = scalePart(picture, { x, y, ...part }, width, height);
  const left = cell.left + ((cell.width - width) >> 1);
  const top = cell.top + ((cell.height - height) >> 1);
  for (let row = 0; row < height; row++) {
    const from = scaled.rgba.subarray(row * width * 4, (row + 1) * width * 4);
    frame.rgba.set(from, ((top + row) * frame.width + left) * 4);
  }
}
