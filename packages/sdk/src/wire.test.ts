import type * as contract from '@openimagine/contract';
import { expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type * as sdk from './index.ts';
import type * as wire from './wire.ts';

type Input<T extends z.ZodType> = z.input<T>;
type Output<T extends z.ZodType> = z.infer<T>;

/** The compiler judges these: what this package says by hand is what the contract says. */
it('what is sent is what the contract takes', () => {
  expectTypeOf<wire.ImageBody>().toExtend<Input<typeof contract.CreateImageBody>>();
  expectTypeOf<wire.ImageBody>().toExtend<Input<typeof contract.EditImageBody>>();
  expectTypeOf<wire.VideoBody>().toExtend<Input<typeof contract.CreateVideoBody>>();
  expectTypeOf<wire.EditVideoBody>().toExtend<Input<typeof contract.EditVideoBody>>();
  expectTypeOf<wire.ExtendVideoBody>().toExtend<Input<typeof contract.ExtendVideoBody>>();
  expectTypeOf<wire.GenerationQuery>().toExtend<Input<typeof contract.ListGenerationsQuery>>();
});

it('what the contract takes can be said, but for other spellings of the same', () => {
  type Spellings = 'image_url' | 'video_url' | 'input_reference' | 'seconds';
  type Names<T> = Exclude<keyof T, Spellings>;
  expectTypeOf<Exclude<keyof wire.ImageBody, never>>().toEqualTypeOf<Names<Input<typeof contract.CreateImageBody>>>();
  expectTypeOf<keyof wire.VideoBody>().toEqualTypeOf<Names<Input<typeof contract.CreateVideoBody>>>();
  expectTypeOf<keyof wire.EditVideoBody>().toEqualTypeOf<Names<Input<typeof contract.EditVideoBody>>>();
  expectTypeOf<keyof wire.ExtendVideoBody>().toEqualTypeOf<Names<Input<typeof contract.ExtendVideoBody>>>();
  expectTypeOf<keyof wire.GenerationQuery>().toEqualTypeOf<keyof Input<typeof contract.ListGenerationsQuery>>();
  expectTypeOf<wire.ImageAspectRatio>().toEqualTypeOf<contract.ImageAspectRatio>();
  expectTypeOf<wire.VideoAspectRatio>().toEqualTypeOf<contract.VideoAspectRatio>();
  expectTypeOf<wire.ImageResolution>().toEqualTypeOf<contract.ImageResolution>();
  expectTypeOf<wire.VideoResolution>().toEqualTypeOf<contract.VideoResolution>();
});

it('what comes back is what the contract promises', () => {
  expectTypeOf<Output<typeof contract.ImageResponse>>().toExtend<wire.ImageReply>();
  expectTypeOf<contract.VideoStatus>().toExtend<wire.VideoStatus>();
  expectTypeOf<wire.ReadSceneBody>().toExtend<Input<typeof contract.ReadSceneBody>>();
  expectTypeOf<contract.SceneReply>().toExtend<wire.SceneReply>();
  expectTypeOf<keyof wire.SceneReply>().toEqualTypeOf<keyof contract.SceneReply>();
  expectTypeOf<contract.VideoCreated>().toExtend<wire.VideoCreated>();
  expectTypeOf<contract.VideoCancelled>().toExtend<wire.VideoCancelled>();
  expectTypeOf<contract.PriceQuote>().toExtend<wire.PriceReply>();
  expectTypeOf<contract.FileBody>().toExtend<wire.FileReply>();
  expectTypeOf<contract.FileList>().toExtend<wire.FilePage>();
  expectTypeOf<contract.GenerationList>().toExtend<wire.GenerationPage>();
  expectTypeOf<Output<typeof contract.ModelList>>().toExtend<wire.ModelPage>();
  expectTypeOf<contract.Team>().toExtend<sdk.Team>();
  expectTypeOf<contract.CreatedKey>().toExtend<sdk.CreatedKey>();
  expectTypeOf<contract.ManagedKey>().toExtend<sdk.ManagedKey>();
  expectTypeOf<sdk.KeySetting>().toEqualTypeOf<keyof Output<typeof contract.KeySettingsBody>>();
});

it('nothing of what comes back is left out', () => {
  expectTypeOf<keyof wire.ImageData>().toEqualTypeOf<keyof Output<typeof contract.ImageData>>();
  expectTypeOf<keyof wire.FileReply>().toEqualTypeOf<keyof contract.FileBody>();
  expectTypeOf<keyof wire.GenerationItem>().toEqualTypeOf<keyof contract.GenerationItem>();
  expectTypeOf<keyof wire.PriceReply>().toEqualTypeOf<keyof contract.PriceQuote>();
  expectTypeOf<keyof sdk.ManagedKey>().toEqualTypeOf<keyof contract.ManagedKey>();
  type Done<T> = Extract<T, { status: 'done' }>;
  expectTypeOf<keyof wire.FinishedVideo['video']>().toEqualTypeOf<keyof Done<contract.VideoStatus>['video']>();
});
