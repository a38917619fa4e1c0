import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { i18next } from "../i18n/i18n.ts";
import { failureSentence } from "./Notices.tsx";
import "./ui.css";

interface EmptyStateProps {
  /** One sentence. */
  readonly sentence: string;
  /** One button (and rarely a quiet second). */
  readonly action?: ReactNode;
  /** One example. */
  readonly example?: ReactNode;
}

/** What an empty list shows: one sentence, one button, one example. */
export function EmptyState({ sentence, action, example }: EmptyStateProps) {
  return (
    <div className="state">
      <p className="state-sentence">{sentence}</p>
      {action && <div className="state-actions">{action}</div>}
      {example && <div className="state-example">{example}</div>}
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="state" role="alert">
      <p className="state-sentence state-danger">{t("frame.failed.title")}</p>
      <p className="state-detail">{failureSentence(error)}</p>
      {onRetry && (
        <div className="state-actions">
          <Button type="primary" onClick={onRetry}>
            {t("frame.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Keeps a failed screen from taking the frame with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="state" role="alert">
        <p className="state-sentence state-danger">{i18next.t("frame.crashed.title")}</p>
        <p className="state-detail">{i18next.t("frame.crashed.safe")}</p>
        <p className="state-detail">{error.message}</p>
        <div className="state-actions">
          <Button type="primary" onClick={() => window.location.reload()}>
            {i18next.t("frame.reload")}
          </Button>
        </div>
      </div>
    );
  }
}
