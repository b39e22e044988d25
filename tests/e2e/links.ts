import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A design as a link carries it. */
export type Document = any;

/** The fragment of a link with this text in it, be it a design or not. */
export function fragmentOf(text: string): string {
  return `#d1=${deflateRawSync(Buffer.from(text)).toString("base64url")}`;
}

/** The fragment of a link to a design. */
export function linkTo(design: Document): string {
  return fragmentOf(JSON.stringify(design));
}

/** The design in a link. */
export function designIn(address: string): Document {
  const data = address.split("#d1=")[1];
  return JSON.parse(inflateRawSync(Buffer.from(data, "base64url")).toString());
}
