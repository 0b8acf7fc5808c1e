"""The board, alone and beside others."""
