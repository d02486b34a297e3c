/** What is to be done with a result besides handing out its URL. Of an order; kept with its generation. */
export interface Delivery {
  /** Keep each output as a file of the team. */
  readonly storage?: {
    readonly filename: string;
    /** Absent: until it is deleted. */
    readonly expiresAfterSeconds?: number;
    /** Present: with a public URL, which lives for so long, or as long as the file. */
    readonly publicUrl?: { readonly expiresAfterSeconds?: number };
  };
  /** Where the result is put with an HTTP PUT. */
  readonly uploadUrl?: string;
  /** Who is told when the generation has ended. */
  readonly webhookUrl?: string;
}
