"""Tags as people type them: found in runs, put together, judged by what was meant."""
