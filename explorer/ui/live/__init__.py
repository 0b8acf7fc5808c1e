"""The store shown as it changes: pictures, sentences, and what is worked out beside the hand."""
