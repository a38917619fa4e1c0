import { readFileSync } from "node:fs";
import { assetFile } from "./paths.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(assetFile(name), "utf8"));

/** The starter library as it comes with the program, each phrase with the questions it answers. */
export function readStarter(): unknown {
  const file = read("starter/zh-CN.json") as { phrases: { shortcut: string }[] };
  const questions = read("starter/questions-zh-CN.json") as Record<string, string[]>;
  return {
    ...file,
    phrases: file.phrases.map((phrase) => ({
      ...phrase,
      questions: questions[phrase.shortcut] ?? [],
    })),
  };
}
