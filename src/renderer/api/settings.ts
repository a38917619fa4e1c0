import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Settings, SettingsChanges } from "../../shared/contract/settings.ts";
import { changedSettings } from "../../shared/rules/changedSettings.ts";
import { call } from "./client.ts";
import { callKey } from "./hooks.ts";

const SETTINGS = callKey("settings.get", {});

/** Changes settings. Screens show them at once, so that the next choice builds on this one; refused ones go back. */
export function useSaveSettings(): UseMutationResult<Settings, Error, SettingsChanges> {
  const client = useQueryClient();
  return useMutation<Settings, Error, SettingsChanges>({
    mutationFn: (changes) => call("settings.set", changes),
    onMutate: (changes) => {
      client.setQueryData<Settings>(SETTINGS, (now) => now && changedSettings(now, changes));
    },
    onError: () => void client.invalidateQueries({ queryKey: SETTINGS }),
  });
}
