import type { AddedObject, Anchor } from '../../../operation.ts';
import type { Head, HeadModel } from '../head-object.ts';
import type { Neck, NeckModel } from '../neck-object.ts';
import { eyewearModel } from './eyewear.ts';
import { beardModel, maskModel } from './face-covers.ts';
import { crownModel, earringsModel, flowerCrownModel, haloModel, headphonesModel } from './head-ornaments.ts';
import { hatModel } from './headwear.ts';
import { necklaceModel, scarfModel, tieModel } from './neck-models.ts';

/** What is worn on the head, if this is. */
export function headModelOf(object: AddedObject, anchor: Anchor): ((head: Head) => HeadModel) | undefined {
  switch (object.model) {
    case 'glasses':
      return (head) => eyewearModel(object, head, false);
    case 'sunglasses':
      return (head) => eyewearModel(object, head, true);
    case 'hat':
      return (head) => hatModel(object, head);
    case 'crown':
      return (head) => crownModel(object, head);
    case 'flowerCrown':
      return (head) => flowerCrownModel(object, head);
    case 'halo':
      return (head) => haloModel(object, head);
    case 'headphones':
      return (head) => headphonesModel(object, head);
    case 'earrings':
      return (head) => earringsModel(object, head);
    case 'mask':
      return (head) =>
        maskModel(object, head, anchor === 'eyes' || /eye|carnival|venetian|superhero/iu.test(object.word));
    case 'beard':
      return (head) => beardModel(object, head);
    default:
      return undefined;
  }
}

/** What is worn at the neck, if this is. */
export function neckModelOf(object: AddedObject): ((neck: Neck) => NeckModel) | undefined {
  switch (object.model) {
    case 'necklace':
      return (neck) => necklaceModel(object, neck);
    case 'scarf':
      return (neck) => scarfModel(object, neck);
    case 'tie':
      return (neck) => tieModel(object, neck);
    default:
      return undefined;
  }
}
