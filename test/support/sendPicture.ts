import { makePicture } from "./pictures.ts";
import type { RunningApp } from "./app.ts";

/** Puts a picture into the store of a running program, with an article number of its own; its id. */
export async function addPicture(
  app: Pick<RunningApp, "url" | "call">,
  name: string,
  seed: number,
): Promise<string> {
  const { origin, searchParams } = new URL(app.url);
  const sent = await fetch(`${origin}/files?name=x`, {
    method: "POST",
    headers: { authorization: `Bearer ${searchParams.get("token") ?? ""}` },
    body: new Uint8Array(await makePicture({ seed, format: seed % 2 ? "png" : "jpeg" })),
  });
  const { value } = (await sent.json()) as { value: { file: string } };
  const { id } = await app.call("pictures.stage", { file: value.file, name });
  await app.call("pictures.commit", { pictures: [{ id, name }], sku: `TD-${seed}` });
  return id;
}
