/**
 * What goes over the wire, in its own words; docs/REST.md tells what the fields mean. Written out here, so that the
 * published package needs no other; a test holds it to the contract.
 */

export type ImageAspectRatio =
  | '1:1'
  | '3:4'
  | '4:3'
  | '9:16'
  | '16:9'
  | '2:3'
  | '3:2'
  | '9:19.5'
  | '19.5:9'
  | '9:20'
  | '20:9'
  | '1:2'
  | '2:1'
  | '21:9'
  | '5:2';
export type VideoAspectRatio = '1:1' | '16:9' | '9:16' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9' | '5:2';
export type ImageResolution = '1k' | '1.5k' | '2k';
export type VideoResolution = '480p' | '720p' | '1080p';

/** A picture or video: its URL, or an object with `url` or `file_id`. */
export type MediaRef = string | { url?: string; file_id?: string };

/** What a prompt was read as, to be sent in its place: plain JSON, which the server knows. */
export type SceneObject = { [name: string]: unknown };

/** The body of `POST /v1/scenes`. */
export interface ReadSceneBody {
  prompt: string;
  model?: string;
  seed?: number;
}

/** Its reply. */
export interface SceneReply {
  object: 'scene';
  model: string;
  seed: number;
  revised_prompt: string;
  scene: SceneObject;
}

interface DeliveryBody {
  storage_options?: {
    filename: string;
    expires_after?: number;
    public_url?: boolean | { expires_after?: number };
  };
  webhook_url?: string;
  user?: string;
}

/** The body of `POST /v1/images/generations`; with a picture in it, it is an edit. */
export interface ImageBody extends DeliveryBody {
  prompt: string;
  scene?: SceneObject;
  model?: string;
  n?: number;
  aspect_ratio?: 'auto' | ImageAspectRatio;
  resolution?: ImageResolution;
  quality?: string;
  response_format?: 'url' | 'b64_json';
  size?: string;
  seed?: number;
  image?: MediaRef;
  images?: MediaRef[];
}

/** The body of `POST /v1/videos/generations`. */
export interface VideoBody extends DeliveryBody {
  prompt?: string;
  scene?: SceneObject;
  model?: string;
  duration?: number;
  aspect_ratio?: VideoAspectRatio;
  resolution?: VideoResolution;
  generate_audio?: boolean;
  seed?: number;
  output?: { upload_url?: string };
  image?: MediaRef;
  reference_images?: MediaRef[];
  reference_audios?: { voice_id: string }[];
  last_frame?: MediaRef;
  keyframes?: { image: MediaRef; timestamp_s: number }[];
  video?: MediaRef;
}

/** The body of `POST /v1/videos/edits`. */
export interface EditVideoBody extends DeliveryBody {
  prompt: string;
  model?: string;
  video: MediaRef;
  seed?: number;
  output?: { upload_url?: string };
}

/** The body of `POST /v1/videos/extensions`. */
export interface ExtendVideoBody extends EditVideoBody {
  /** Seconds to add. */
  duration?: number;
}

export interface FileOutput {
  file_id: string;
  filename: string;
  expires_at?: number | undefined;
  public_url?: string | undefined;
  public_url_expires_at?: number | undefined;
}

interface Stored {
  file_output?: FileOutput | undefined;
  storage_error?: string | undefined;
}

interface Usage {
  cost_in_usd_ticks: number;
}

/** One picture of a reply. Another server of this API may leave out `mime_type`, `seed`, `expires_at` and `revised_prompt`. */
export interface ImageData extends Stored {
  url?: string | null | undefined;
  b64_json?: string | null | undefined;
  mime_type: string;
  revised_prompt: string;
  respect_moderation: boolean;
  seed: number;
  expires_at?: number | undefined;
}

export interface ImageReply {
  created: number;
  model: string;
  data: ImageData[];
  usage: Usage;
}

export interface VideoCreated {
  request_id: string;
}

/** Another server of this API may leave out `seed`, `expires_at` and `revised_prompt`. */
export interface FinishedVideo {
  status: 'done';
  progress: number;
  model: string;
  video: Stored & {
    url: string | null;
    duration: number;
    respect_moderation: boolean;
    seed: number;
    expires_at: number;
    revised_prompt: string;
  };
  usage: Usage;
}

export interface FailedVideo {
  status: 'failed' | 'error';
  error: {
    code: string;
    message: string;
    details?: { input: string; reason: string; category?: string | undefined }[] | undefined;
  };
}

/** How a video is, now. */
export type VideoStatus = { status: 'pending'; progress: number } | FinishedVideo | FailedVideo | { status: 'expired' };

export interface VideoCancelled {
  request_id: string;
  status: 'cancelled';
}

export interface PriceReply {
  object: 'price_quote';
  model: string;
  operation: string;
  lines: { item: string; quantity: number; unit_cost_in_usd_ticks: number; cost_in_usd_ticks: number }[];
  cost_in_usd_ticks: number;
  cost_in_usd: string;
}

export interface FileReply {
  id: string;
  object: 'file';
  bytes: number;
  created_at: number;
  expires_at: number | null;
  filename: string;
  purpose: string;
  public_url?: string | undefined;
  public_url_expires_at?: number | undefined;
}

export interface FilePage {
  object: 'list';
  data: FileReply[];
  pagination_token: string | null;
  has_more: boolean;
}

/** Which generations are asked for. Times are RFC 3339, or unix seconds as text. */
export interface GenerationQuery {
  /** One, or several with commas between. */
  status?: string;
  kind?: 'image' | 'video';
  model?: string;
  operation?:
    | 'image.generate'
    | 'image.edit'
    | 'video.generate'
    | 'video.fromImage'
    | 'video.fromReferences'
    | 'video.edit'
    | 'video.extend';
  batch_id?: string;
  created_after?: string;
  created_before?: string;
  limit?: number;
  pagination_token?: string;
}

/** A generation of either kind, as lists show it. Times are unix seconds. */
export interface GenerationItem {
  id: string;
  object: 'generation';
  kind: 'image' | 'video';
  operation: string;
  status: 'pending' | 'done' | 'failed' | 'expired' | 'cancelled';
  progress: number;
  model: string;
  prompt: string;
  seed: number;
  created_at: number;
  finished_at: number | null;
  expires_at: number | null;
  batch_id: string | null;
  price_in_usd_ticks: number;
  usage: Usage;
  outputs: (Stored & {
    index: number;
    url: string | null;
    mime_type: string;
    width: number;
    height: number;
    duration: number | null;
    revised_prompt: string;
  })[];
  error: FailedVideo['error'] | null;
}

export interface GenerationPage {
  object: 'list';
  data: GenerationItem[];
  pagination_token: string | null;
  /** Of all that the query finds, on whatever page. */
  totals: { count: number; cost_in_usd_ticks: number };
}

export interface ModelEntry {
  id: string;
  created: number;
  object: 'model';
  owned_by: string;
}

export interface ModelPage {
  object: 'list';
  data: ModelEntry[];
}
