import { PictureOutlined } from "@ant-design/icons";
import { useState } from "react";
import { pictureUrl } from "../pictureUrl.ts";
import "./pictures.css";

interface ThumbProps {
  /** Null: a place without a picture. */
  readonly id: string | null;
  /** What it shows, for those who do not see it; "" where words beside it say so. */
  readonly alt: string;
  readonly className?: string;
}

/** A small picture in a box of its own; an empty box where its file is gone. */
export function Thumb({ id, alt, className = "" }: ThumbProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = id !== null && broken !== id;
  return (
    <span className={`thumb ${className}`}>
      {shown ? (
        <img
          src={pictureUrl(id, "thumb")}
          alt={alt}
          decoding="async"
          draggable={false}
          onError={() => setBroken(id)}
        />
      ) : (
        <PictureOutlined aria-label={alt || undefined} aria-hidden={alt === "" || undefined} />
      )}
    </span>
  );
}
